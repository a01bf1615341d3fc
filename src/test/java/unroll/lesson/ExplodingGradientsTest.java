package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.analysis.Cliff;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 5: goals are met by what the text says, and not before. */
class ExplodingGradientsTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("05-exploding-gradients", step, seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void saturationHoldsTheGradientFarBelowTheBound(int seed) throws ReadProblem {
        Learner learner = enter("grow", seed);
        assertFalse(learner.isDone());
        Learner back = learner.run(Phase.BACKWARD);
        assertTrue(back.isDone());
        assertTrue(back.value("ratio") < 1e-4 * back.value("bound"), "seed " + seed);
    }

    @Test
    void statesStayBounded() throws ReadProblem {
        assertFalse(enter("predict", 0).isDone());
        assertTrue(enter("predict", 0).run(Phase.FORWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void oneStepIsTheFirstBeyondAThousand(int seed) throws ReadProblem {
        assertEquals(1, Seeds.stepsWhereDone(enter("where", seed)).size(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aHairAtTheBeginningIsAnotherEnd(int seed) throws ReadProblem {
        Learner learner = enter("sensitive", seed);
        assertFalse(learner.isDone());
        Learner moved = learner.input(1, 0, learner.value("x_1[0]") + 0.001);
        assertTrue(moved.isDone(), "seed " + seed + ": " + moved.value("change 1") + ", " + moved.value("change 50"));
    }

    @Test
    void aRadiusBelowOneGrowsFirst() throws ReadProblem {
        Learner learner = enter("radius", 0);
        assertFalse(learner.isDone());
        Learner back = learner.run(Phase.BACKWARD);
        assertTrue(back.isDone());
        double start = back.value("norm T");
        assertEquals(
                20 * Math.pow(0.9, 9), Math.sqrt(Math.pow(back.value("norm 41") / start, 2) - Math.pow(0.9, 20)), 1e-9);
        assertTrue(back.value("norm 1") < start);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void trainingEndsInTheSecondIteration(int seed) throws Exception {
        Learner learner = enter("nan", seed);
        assertFalse(learner.isDone());
        assertTrue(Double.isFinite(learner.value("loss")) && Double.isFinite(learner.value("norm 1")));
        assertTrue(learner.train(iteration -> false).isDone(), "seed " + seed);
    }

    /** The slopes along the border are checked where they are computed. */
    @Test
    void theLossJumpsAcrossTheBorder() {
        assertEquals(0.34, Cliff.PASCANU.at(5, -2.622).loss(), 0.005);
        assertEquals(0.01, Cliff.PASCANU.at(5, -2.602).loss(), 0.005);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aGainOfThirteenTenthsHoldsIt(int seed) throws ReadProblem {
        Learner learner = enter("hold-it", seed);
        assertFalse(learner.isDone());
        assertTrue(learner.set("initialiser.gain", 1.3).isDone(), "seed " + seed);
        assertFalse(learner.set("initialiser.gain", 1).isDone(), "the stretch must stay");
    }
}
