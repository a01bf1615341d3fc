package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 2: goals are met by what the text says, and not before. */
class ForwardTest {
    private static final String BIAS = "bias_ih_l0";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("02-forward", step, seed);
    }

    @Test
    void theNumbersOfTheTextGiveTheState() throws ReadProblem {
        Learner learner = enter("by-hand", 0);
        assertFalse(learner.isDone());
        assertFalse(learner.knows("h_3[1]"), "not to be read before it is run");
        double sum = learner.value("weight_ih_l0[2]") * learner.value("x_3[0]")
                + learner.value("weight_ih_l0[3]") * learner.value("x_3[1]")
                + learner.value("weight_hh_l0[3]") * learner.value("h_2[0]")
                + learner.value("weight_hh_l0[4]") * learner.value("h_2[1]")
                + learner.value("weight_hh_l0[5]") * learner.value("h_2[2]")
                + learner.value("bias_ih_l0[1]");
        Learner run = learner.run(Phase.FORWARD);
        assertTrue(run.isDone());
        assertEquals(Math.tanh(sum), run.value("h_3[1]"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void doubledInputsDoubleTheStatesOnlyWithoutTanh(int seed) throws ReadProblem {
        Learner learner = enter("double", seed);
        assertFalse(learner.isDone());
        Learner doubled = learner.set("task.deviation", 2);
        assertTrue(doubled.isDone());
        assertTrue(doubled.value("|h_1|") < 2 * learner.value("|h_1|"), "seed " + seed);
        Learner linear = learner.set("model.activation", "identity");
        assertEquals(2 * linear.value("|h_6|"), linear.set("task.deviation", 2).value("|h_6|"), 1e-12, "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void silenceLeavesAState(int seed) throws ReadProblem {
        Learner learner = enter("memory", seed);
        Learner silent = learner.input(2, 0, 0).input(2, 1, 0);
        assertFalse(silent.isDone(), "not before step 2 has run");
        assertTrue(silent.run(Phase.FORWARD).isDone(), "seed " + seed);
        assertFalse(learner.run(Phase.FORWARD).isDone());
    }

    @Test
    void theLossIsKnownAtTheEnd() throws ReadProblem {
        assertFalse(enter("loss", 0).isDone());
        assertTrue(enter("loss", 0).run(Phase.FORWARD).isDone());
    }

    @Test
    void theObviousBiasMissesByALittle() throws ReadProblem {
        Learner learner = enter("bias", 0);
        Learner obvious = learner.weight(BIAS, 1, -learner.value("a_3[1]"));
        assertFalse(obvious.isDone());
        assertEquals(0, obvious.value("h_3[1]"), 0.2);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void someBiasBringsTheUnitToZero(int seed) throws ReadProblem {
        Learner learner = enter("bias", seed);
        assertFalse(learner.isDone(), "seed " + seed);
        boolean found = false;
        for (double b = -6; b <= 6 && !found; b += 0.005) {
            found = learner.weight(BIAS, 1, b).isDone();
        }
        assertTrue(found, "seed " + seed);
    }
}
