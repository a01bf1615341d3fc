package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 1: goals are met by what the text says, and not before. */
class UnrolledTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("01-unrolled", step, seed);
    }

    @Test
    void theFirstStateIsKnownOnceItsLineHasRun() throws ReadProblem {
        Learner learner = enter("first", 0);
        assertFalse(learner.isDone());
        assertTrue(learner.moveTo(3).isDone());
        assertFalse(enter("same", 0).isDone());
        assertTrue(enter("same", 0).run(Phase.FORWARD).isDone());
    }

    @Test
    void moreStepsAreNotMoreWeights() throws ReadProblem {
        Learner learner = enter("predict", 0);
        assertFalse(learner.isDone());
        assertEquals(18, learner.value("learned"));
        assertTrue(learner.set("task.length", 60).isDone());
        assertFalse(learner.set("task.length", 60).set("model.hidden", 4).isDone());
    }

    @Test
    void fiveUnitsLearnFortyNumbers() throws ReadProblem {
        Learner learner = enter("taller", 0);
        assertFalse(learner.isDone());
        assertTrue(learner.set("model.hidden", 5).isDone());
        assertFalse(learner.set("model.hidden", 4).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void onlyTheInputOfStepFourMovesItsStateAndLeavesTheOneBefore(int seed) throws ReadProblem {
        Learner learner = enter("reach", seed);
        assertFalse(learner.isDone());
        for (int t = 1; t <= 6; t++) {
            double before = learner.value("x_" + t + "[0]");
            boolean done = learner.input(t, 0, before + 1).isDone()
                    || learner.input(t, 0, before - 1).isDone();
            assertEquals(t == 4, done, "seed " + seed + ", x at " + t);
        }
    }
}
