package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.core.model.Phase;
import unroll.io.FigureFile;
import unroll.io.ReadProblem;

/** Lesson 12: goals are met by what the text says, and not before; its figures are what the program measures. */
class CopyingTest {
    private static Learner enter(String step) throws ReadProblem {
        return Learner.enter("12-copying", step, 0);
    }

    @Test
    void theForwardPhaseIsRunToItsEnd() throws ReadProblem {
        assertFalse(enter("task").isDone());
        assertTrue(enter("task").run(Phase.FORWARD).isDone());
        assertFalse(enter("small").isDone());
        assertTrue(enter("small").run(Phase.FORWARD).isDone());
    }

    @Test
    void theLossHidesThatNothingIsRemembered() throws Exception {
        Learner learner = enter("masked");
        assertFalse(learner.isDone());
        assertEquals(10 * Math.log(8) / 70, learner.value("level memoryless"), 1e-12);
        assertEquals(Math.log(8), learner.value("lossOfLast 10"), 0.1);
        assertTrue(learner.value("rightOfLast 10") <= 3);
        Learner measured = learner.train(iteration -> iteration >= 1);
        assertTrue(measured.isDone());
        assertEquals(0.125, measured.value("accuracyOfLast 10"), 0.02);
        assertEquals(0.299, measured.value("testLoss"), 0.001);
    }

    /** Columns A, B and C of the curves, and what their last values mean for the ten symbols. */
    @Test
    void theCurvesAreThoseOfTheText() throws ReadProblem {
        FigureFile curves =
                FigureFile.read(Lessons.read("12-copying", "en").source().file("copy.csv"));
        int last = curves.values().extent(0) - 1;
        assertEquals("A", curves.columns().get(2));
        assertEquals(1200, curves.column(0)[last]);
        assertEquals(0.289, curves.column(2)[last], 0.0005);
        assertEquals(0.005, curves.column(3)[last], 0.0005);
        assertEquals(0.299, curves.column(4)[last], 0.0005);
    }

    @Test
    void theLinearLoopCopiesWhatIsTyped() throws Exception {
        Learner learner = enter("line");
        assertFalse(learner.isDone(), "nothing has been changed");
        assertEquals(10, learner.value("rightOfLast 10"));
        Learner typed = learner.type("7654321012" + "_".repeat(49) + "?" + "_".repeat(10));
        assertTrue(typed.isDone(), typed.value("rightOfLast 10") + " right");
        assertFalse(learner.type("7").isDone());
        Learner measured = learner.train(iteration -> iteration >= 1);
        assertEquals(0.99, measured.value("accuracyOfLast 10"), 0.005);
    }
}
