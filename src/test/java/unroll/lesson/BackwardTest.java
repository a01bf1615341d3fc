package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 3: goals are met by what the text says, and not before. */
class BackwardTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("03-backward", step, seed);
    }

    @Test
    void gradientsAreThereWhenTheirLinesHaveRun() throws ReadProblem {
        assertFalse(enter("last", 0).isDone());
        Learner learner = enter("last", 0);
        int start = learner.scene().knowledge().cursor();
        assertTrue(learner.moveTo(start + 4).isDone());
        assertFalse(enter("two", 0).isDone());
        assertTrue(enter("two", 0).run(Phase.BACKWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theFirstStepHasNoShareInU(int seed) throws ReadProblem {
        assertFalse(enter("share", seed).isDone());
        assertTrue(enter("share", seed).run(Phase.BACKWARD).isDone(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void flatLaterStepsLeaveTheSayToTheSecond(int seed) throws ReadProblem {
        Learner learner = enter("largest", seed);
        boolean found = DoubleStream.of(30, -30)
                .anyMatch(first -> DoubleStream.of(30, -30)
                        .anyMatch(second -> flat(learner, first, second).isDone()));
        assertTrue(found, "seed " + seed + ": " + flat(learner, 30, 30).value("shareOf 2"));
    }

    private static Learner flat(Learner learner, double first, double second) {
        Learner changed = learner;
        for (int t = 3; t <= 6; t++) {
            changed = changed.input(t, 0, first).input(t, 1, second);
        }
        return changed;
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theGradientKeepsItsPromise(int seed) throws ReadProblem {
        Learner learner = enter("check", seed);
        assertFalse(learner.isDone());
        double gradient = learner.value("dweight_hh_l0[0]");
        Learner moved = learner.weight("weight_hh_l0", 0, learner.value("weight_hh_l0[0]") + 1e-5);
        assertTrue(moved.isDone());
        assertEquals(gradient, moved.value("quotient weight_hh_l0[0]"), 1e-3 + 1e-3 * Math.abs(gradient));
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void someRateLowersTheLossByATenthAndAnotherRaisesIt(int seed) throws ReadProblem {
        Learner learner = enter("downhill", seed);
        assertFalse(learner.isDone(), "seed " + seed);
        boolean found = false;
        for (double rate = 0.001; rate < 0.2 && !found; rate *= 1.5) {
            found = learner.set("optimiser.rate", rate).isDone();
        }
        assertTrue(found, "seed " + seed);
        Learner far = enter("too-far", seed);
        assertTrue(DoubleStream.of(0.1, 0.2, 0.5, 1, 10).anyMatch(rate -> raises(far, rate)), "seed " + seed);
    }

    private static boolean raises(Learner learner, double rate) {
        try {
            return learner.set("optimiser.rate", rate).run(Phase.UPDATE).isDone();
        } catch (ReadProblem unfit) {
            throw new AssertionError(unfit);
        }
    }
}
