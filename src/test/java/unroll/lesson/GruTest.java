package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.experiment.CellKind;
import unroll.io.ReadProblem;

/** Lesson 8: goals are met by what the text says, and not before. */
class GruTest {
    private static final String UPDATE_BIAS = "initialiser.updateBias";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("08-gru", step, seed);
    }

    @Test
    void threeBlocksStandForFour() throws ReadProblem {
        assertTrue(enter("column", 0).run(Phase.FORWARD).isDone());
        Learner learner = enter("saved", 0);
        assertFalse(learner.isDone());
        assertTrue(learner.set("model.cell", "lstm").isDone());
        assertEquals(0.75, learner.value("learned") / 19200);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void moreArrivesThanTheRoadCarries(int seed) throws ReadProblem {
        assertFalse(enter("keeping", seed).isDone());
        Learner back = enter("keeping", seed).run(Phase.BACKWARD);
        assertTrue(back.isDone());
        assertTrue(back.value("ratio") > 3 * Math.pow(0.5, 19), "seed " + seed + ": " + back.value("ratio"));
    }

    @Test
    void theOtherGruIsChosen() throws ReadProblem {
        Learner learner = enter("twins", 0);
        assertFalse(learner.isDone());
        assertTrue(learner.set("model.cell", CellKind.GRU_BEFORE.id()).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void twentyWordsAreLearned(int seed) throws Exception {
        Learner learner = enter("predict", seed);
        assertFalse(learner.isDone());
        assertTrue(learner.train(iteration -> iteration >= 500).isDone(), "seed " + seed);
    }

    @Test
    void aShutGateLearnsLater() throws Exception {
        Learner shut = enter("worse", 0).train(iteration -> iteration >= 150);
        assertTrue(shut.isDone());
        assertTrue(shut.value("accuracy") < 0.7, "accuracy " + shut.value("accuracy"));
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void anUpdateBiasOfTwoSolvesForty(int seed) throws Exception {
        Learner learner = enter("one-bias", seed);
        assertFalse(learner.isDone());
        assertTrue(
                learner.set(UPDATE_BIAS, 2).train(iteration -> iteration >= 500).isDone(), "seed " + seed);
    }

    @Test
    void withoutItFortyStayAtChance() throws Exception {
        assertFalse(enter("one-bias", 0).train(iteration -> iteration >= 500).isDone());
    }
}
