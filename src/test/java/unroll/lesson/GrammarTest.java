package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 13: goals are met by what the text says, and not before; its figures are what the program measures. */
class GrammarTest {
    private static final String BIASES = "bias_ih_l0";

    /** The shipped weights belong to the lesson's own seed. */
    private static Learner enter(String step) throws ReadProblem {
        return Learner.enter("13-grammar", step, 2);
    }

    @Test
    void theForwardPhaseIsRunToItsEnd() throws ReadProblem {
        assertFalse(enter("graph").isDone());
        assertTrue(enter("graph").run(Phase.FORWARD).isDone());
        assertFalse(enter("bars").isDone());
        assertTrue(enter("bars").run(Phase.FORWARD).isDone());
    }

    @Test
    void halfOfTheStringsAreRightBeforeTheOuterLetterIsLearned() throws Exception {
        Learner learner = enter("half");
        assertFalse(learner.isDone());
        Learner measured = learner.train(iteration -> iteration >= 1);
        assertTrue(measured.isDone());
        assertEquals(0.97, measured.value("accuracyAtStart"), 0.005);
    }

    @Test
    void oneCellKeepsTheLetter() throws ReadProblem {
        Learner learner = enter("read");
        assertFalse(learner.isDone());
        int t = (int) learner.value("T") - 3;
        for (int unit = 0; unit < 8; unit++) {
            Learner picked = learner.pick("c", t, unit);
            assertEquals(unit == 4, picked.isDone(), "cell " + (unit + 1) + ": " + picked.value("apart 2"));
            assertTrue(unit == 4 || picked.value("apart 2") < 0.5, "the others do not come to a half");
            Learner before = enter("half").pick("c", t, unit);
            assertTrue(before.value("apart 2") < 0.25, "after 2 000 strings none comes to a quarter");
        }
    }

    @Test
    void shuttingItsForgetGateTakesTheLetterAway() throws Exception {
        Learner learner = enter("cut");
        assertFalse(learner.isDone());
        assertEquals(1, learner.value("x_2[4]"), "the outer letter is P");
        Learner shut = learner.weight(BIASES, 12, -20);
        assertTrue(shut.isDone(), "chance " + shut.value("chanceBefore 1"));
        Learner measured = shut.train(iteration -> iteration >= 1);
        assertEquals(0.46, measured.value("sequencesRightAtStart"), 0.05);
    }

    /** The caution of the text: another cell spoils as many strings, but not by this letter. */
    @Test
    void shuttingAnotherCellSpoilsSomethingElse() throws Exception {
        for (int gate = 8; gate < 16; gate++) {
            Learner shut = enter("cut").weight(BIASES, gate, -20);
            assertTrue(gate == 12 || shut.value("chanceBefore 1") > 0.98, "gate " + gate);
        }
        Learner second = enter("cut").weight(BIASES, 9, -20);
        assertTrue(second.value("chanceBefore 1") > 0.99);
        assertEquals(0.45, second.train(iteration -> iteration >= 1).value("sequencesRightAtStart"), 0.01);
    }

    @Test
    void itCanBeTrainedInClass() throws Exception {
        Learner learner = enter("train");
        assertFalse(learner.isDone());
        assertTrue(learner.train(iteration -> false).isDone());
    }
}
