package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.experiment.Metric;
import unroll.io.ReadProblem;

/** Lesson 10: goals are met by what the text says, and not before; the shipped weights come from its experiment. */
class TruncationTest {
    private static final String WINDOW = "training.truncation";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("10-truncation", step, seed);
    }

    @Test
    void theStateCrossesTheCut() throws ReadProblem {
        assertFalse(enter("cut", 0).isDone());
        assertTrue(enter("cut", 0).run(Phase.BACKWARD).isDone());
        Learner learner = enter("carry", 0);
        assertFalse(learner.isDone());
        assertTrue(learner.input(10, 0, -learner.value("x_10[0]")).isDone());
        assertFalse(learner.input(9, 0, -learner.value("x_9[0]")).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void sixIsTooShortAndSevenIsEnough(int seed) throws Exception {
        Learner six = enter("short", seed).train(iteration -> iteration >= 2500);
        assertTrue(six.isDone(), "seed " + seed);
        assertTrue(six.value("testLoss") > 0.5, "seed " + seed + ": " + six.value("testLoss"));
        Learner learner = enter("smallest", seed);
        assertFalse(learner.isDone());
        assertTrue(learner.set(WINDOW, 7).train(iteration -> iteration >= 2500).isDone(), "seed " + seed);
    }

    @Test
    void theShippedWeightsComeFromTheExperiment() throws Exception {
        Learner shipped = enter("two-stages", 0);
        Learner trained = enter("smallest", 0)
                .set(WINDOW, 12)
                .set("training.iterations", 1500)
                .train(iteration -> false);
        assertEquals(
                trained.scene().trace().parameters(), shipped.scene().trace().parameters());
    }

    @Test
    void whatWasLearnedIsKeptWithAWindowOfTwo() throws Exception {
        Learner learner = enter("two-stages", 0).set(WINDOW, 2);
        assertFalse(learner.isDone());
        Learner trained = learner.train(iteration -> iteration >= 600);
        assertTrue(trained.isDone(), "test error " + trained.value("testLoss"));
    }

    @Test
    void largeStepsLoseWhatTheWindowDoesNotSee() throws Exception {
        Learner learner = enter("two-stages", 0).set(WINDOW, 2).set("optimiser.rate", 0.003);
        Learner trained = learner.train(iteration -> iteration >= 1000);
        assertTrue(trained.value("testLoss") > 0.3, "test error " + trained.value("testLoss"));
        assertFalse(trained.isDone());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aRandomStateHoldsThePastUntilItIsSpoilt(int seed) throws Exception {
        Learner learner = enter("smallest", seed)
                .set(WINDOW, 6)
                .set("initialiser.recurrentWeight", "{\"kind\": \"torch-uniform\"}")
                .train(iteration -> false);
        double best = learner.metrics().of(Metric.TEST_LOSS).values().min().orElseThrow();
        assertTrue(best < 0.115, "seed " + seed + ": " + best);
        assertTrue(learner.value("testLoss") > 0.7, "seed " + seed + ": " + learner.value("testLoss"));
    }
}
