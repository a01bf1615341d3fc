package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 7: goals are met by what the text says, and not before. */
class LstmTest {
    private static final String FORGET_BIAS = "initialiser.forgetBias";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("07-lstm", step, seed);
    }

    @Test
    void theFirstCellStateIsReachedLineByLine() throws ReadProblem {
        assertFalse(enter("column", 0).isDone());
        assertTrue(enter("column", 0).run(Phase.FORWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void oneBiasKeepsHalfOverFiftySteps(int seed) throws ReadProblem {
        Learner learner = enter("valve", seed);
        assertFalse(learner.isDone());
        double bias = Math.log(Math.pow(0.5, 0.02) / (1 - Math.pow(0.5, 0.02)));
        assertTrue(learner.set(FORGET_BIAS, bias).isDone(), "seed " + seed);
        assertFalse(learner.set(FORGET_BIAS, 8).isDone(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void moreArrivesThanTheRoadCarries(int seed) throws ReadProblem {
        assertFalse(enter("road", seed).isDone());
        Learner back = enter("road", seed).run(Phase.BACKWARD);
        assertTrue(back.isDone());
        assertTrue(back.value("|dc_1|") / back.value("|dc_T|") > 3 * back.value("kept 19"), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void thePlainNetworkIsFasterThanTheHalfShutOne(int seed) throws Exception {
        Learner plain = enter("predict", seed);
        assertFalse(plain.isDone());
        Learner solved = plain.train(iteration -> iteration >= 100);
        assertTrue(solved.isDone(), "seed " + seed);
        Learner halfShut = enter("half", seed).train(iteration -> iteration >= 100);
        assertTrue(halfShut.isDone(), "seed " + seed);
        assertTrue(
                !halfShut.knows("solvedAfter") || halfShut.value("solvedAfter") > solved.value("solvedAfter"),
                "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aForgetBiasOfThreeSolvesForty(int seed) throws Exception {
        Learner learner = enter("one-number", seed);
        assertFalse(learner.isDone());
        assertTrue(
                learner.set(FORGET_BIAS, 3).train(iteration -> iteration >= 100).isDone(), "seed " + seed);
    }

    @Test
    void biasesOfZeroAndOneAreTooSlow() throws Exception {
        Learner learner = enter("one-number", 0);
        assertFalse(learner.train(iteration -> iteration >= 150).isDone());
        assertFalse(
                learner.set(FORGET_BIAS, 1).train(iteration -> iteration >= 150).isDone());
    }

    @Test
    void theFigureOfTheHintsIsRight() {
        assertEquals(0.15, Math.pow(1 / (1 + Math.exp(-3)), 39), 0.005);
    }
}
