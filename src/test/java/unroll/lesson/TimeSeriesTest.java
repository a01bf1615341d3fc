package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.experiment.Metric;
import unroll.io.ReadProblem;

/** Lesson 14: goals are met by what the text says, and not before; its figures are what the program measures. */
class TimeSeriesTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("14-time-series", step, seed);
    }

    @Test
    void theForwardPhaseIsRunToItsEnd() throws ReadProblem {
        assertFalse(enter("window", 0).isDone());
        assertTrue(enter("window", 0).run(Phase.FORWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theSunspotsAreForetoldBetterThanByTheLastValue(int seed) throws Exception {
        Learner learner = enter("train", seed);
        assertFalse(learner.isDone());
        Learner trained = learner.train(iteration -> false);
        assertTrue(trained.isDone(), "seed " + seed + ": " + trained.value("testLoss"));
        assertTrue(trained.value("testLoss") < 0.6 * trained.value("level last value"), "seed " + seed);
    }

    @Test
    void thirtyStepsAreNotOne() throws ReadProblem {
        Learner learner = enter("fed-back", 0);
        assertFalse(learner.isDone());
        Learner run = learner.run(Phase.FORWARD);
        assertTrue(run.isDone());
        assertEquals(20, run.value("ahead 30"), 0.5);
        assertEquals(39, run.value("fedBack 30"), 0.5);
        assertEquals(57, run.value("held 30"), 0.5);
    }

    @Test
    void theStockIsNotForetold() throws Exception {
        Learner learner = enter("stock", 0);
        assertFalse(learner.isDone());
        Learner trained = learner.train(iteration -> false);
        assertTrue(trained.isDone());
        assertEquals(0.00054, trained.value("level last value"), 0.00001);
        assertEquals(0.00072, trained.value("testLoss"), 0.00001);
    }

    @Test
    void scalingByAllMovesTheRulerAndNothingElse() throws Exception {
        Learner honest = enter("scale", 0).train(iteration -> false);
        assertFalse(honest.isDone());
        assertEquals(0.0141, honest.value("testLoss"), 0.0001);
        assertEquals(18.3, honest.value("rootError"), 0.05);
        Learner leaky = enter("scale", 0).set("task.scaledBy", "all").train(iteration -> false);
        assertTrue(leaky.isDone());
        assertEquals(0.0094, leaky.value("testLoss"), 0.0001);
        assertEquals(18.5, leaky.value("rootError"), 0.05);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aShuffledSplitMakesTheNumbersBetter(int seed) throws Exception {
        Learner learner = enter("shuffle", seed);
        assertFalse(learner.isDone());
        Learner shuffled = learner.set("task.split", "shuffled").train(iteration -> false);
        assertTrue(shuffled.metrics().of(Metric.TEST_ROOT_ERROR).values().min().orElseThrow() < 18);
    }

    @Test
    void theBetterNumberBelongsToTheWorseExperiment() throws Exception {
        Learner shuffled = enter("shuffle", 0).set("task.split", "shuffled").train(iteration -> false);
        assertTrue(shuffled.isDone());
        assertEquals(14.1, shuffled.value("rootError"), 0.06);
        double naive = shuffled.value("rootError")
                * Math.sqrt(shuffled.value("level last value") / shuffled.value("testLoss"));
        assertEquals(21.9, naive, 0.05);
    }
}
