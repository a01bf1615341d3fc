package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.data.Targets;
import unroll.core.model.Phase;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;

/** Lesson 11: goals are met by what the text says, and not before; its figures are what the program measures. */
class AddingTest {
    private static final int NUMBER = 0;
    private static final int MARK = 1;

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("11-adding", step, seed);
    }

    @Test
    void theBaselinesAreThoseOfTheText() throws ReadProblem {
        Learner learner = enter("plateaus", 0);
        assertEquals(1.0 / 6, learner.value("level constant"), 1e-12);
        assertEquals(1.0 / 12, learner.value("level later mark only"), 1e-12);
        Setup setup = learner.scene().setup();
        Targets.Vectors sums = (Targets.Vectors) setup.data().test().targets();
        double squares = 0;
        for (int i = 0; i < sums.size(); i++) {
            squares += (sums.values().at(i) - 1) * (sums.values().at(i) - 1) / sums.size();
        }
        assertEquals(0.16, squares, 0.005, "always 1, on the test sequences of this seed");
    }

    @Test
    void theForwardPhaseIsRunToItsEnd() throws ReadProblem {
        assertFalse(enter("task", 0).isDone());
        assertTrue(enter("task", 0).run(Phase.FORWARD).isDone());
    }

    @Test
    void theRoadGrowsUnderAFlatCurve() throws Exception {
        assertFalse(enter("flat", 0).isDone());
        Learner plateau = enter("flat", 0).run(Phase.BACKWARD);
        assertTrue(plateau.isDone());
        assertEquals(0.00014, reach(plateau), 0.00001);
        Learner later = enter("leave", 0).train(iteration -> iteration >= 700).run(Phase.BACKWARD);
        assertTrue(later.value("iteration") < 800, "the fall comes later");
        assertTrue(later.value("testLoss") > 0.15, "still flat: " + later.value("testLoss"));
        assertTrue(reach(later) > 3 * reach(plateau), "but the earlier mark hears more: " + reach(later));
    }

    private static double reach(Learner learner) {
        return learner.value("norm 14") / learner.value("norm 50");
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theLstmLeavesBothPlateausInTime(int seed) throws Exception {
        Learner learner = enter("leave", seed);
        assertFalse(learner.isDone());
        Learner trained = learner.train(iteration -> false);
        assertTrue(trained.isDone(), "seed " + seed + ": " + trained.value("testLoss"));
        assertFalse(learner.set("model.cell", "gru").isDone(), "another cell is another task");
    }

    @Test
    void aMarkedNumberCountsAndNoOtherDoes() throws ReadProblem {
        Learner learner = enter("cell", 0);
        assertFalse(learner.isDone());
        assertEquals(0.609, learner.value("x_14[0]"), 0.001);
        assertEquals(1, learner.value("x_14[1]"));
        assertEquals(0.514, learner.value("x_44[0]"), 0.001);
        assertEquals(1, learner.value("x_44[1]"));
        assertTrue(learner.input(14, NUMBER, 0).run(Phase.FORWARD).isDone());
        assertTrue(learner.input(44, NUMBER, 0).run(Phase.FORWARD).isDone());
        for (int t = 1; t <= 50; t++) {
            boolean marked = t == 14 || t == 44;
            for (double number : new double[] {0, 1}) {
                Learner changed = learner.input(t, NUMBER, number).run(Phase.FORWARD);
                assertTrue(marked || !changed.isDone(), "step " + t + " has no mark");
            }
        }
        assertFalse(learner.input(14, NUMBER, 0)
                .input(44, MARK, 0)
                .run(Phase.FORWARD)
                .isDone());
    }
}
