package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 9: goals are met by what the text says, and not before. */
class InitialisationTest {
    private static final String RECURRENT = "initialiser.recurrentWeight";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("09-initialisation", step, seed);
    }

    @Test
    void phasesAreRun() throws ReadProblem {
        assertFalse(enter("task", 0).isDone());
        assertTrue(enter("task", 0).run(Phase.BACKWARD).isDone());
        assertFalse(enter("predict", 0).isDone());
        assertTrue(enter("predict", 0).run(Phase.BACKWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void largeNumbersSaturateAndExplode(int seed) throws ReadProblem {
        assertFalse(enter("large", seed).isDone());
        Learner back = enter("large", seed).run(Phase.BACKWARD);
        assertTrue(back.isDone(), "seed " + seed + ": " + back.value("slope") + ", " + back.value("ratio"));
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void smallNumbersAndReluLoseTheGradient(int seed) throws ReadProblem {
        assertTrue(enter("small", seed).value("ratio") < 1e-8, "seed " + seed);
        double relu = enter("predict", seed).run(Phase.BACKWARD).value("ratio");
        double tanh = enter("task", seed).run(Phase.BACKWARD).value("ratio");
        assertTrue(relu < 1e-3 * tanh, "seed " + seed + ": " + relu + " against " + tanh);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void identityWithSmallInputsKeepsReluOpen(int seed) throws ReadProblem {
        Learner learner = enter("identity", seed);
        assertFalse(learner.isDone());
        Learner identity = learner.set(RECURRENT, "{\"kind\": \"identity\"}");
        assertFalse(identity.isDone(), "seed " + seed + ": the states are long");
        String small = "{\"kind\": \"normal\", \"deviation\": 0.001}";
        assertTrue(identity.set("initialiser.inputWeight", small).isDone(), "seed " + seed);
        assertTrue(learner.set("initialiser.preset", "identity").isDone(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void orthogonalKeepsTanhOpen(int seed) throws ReadProblem {
        Learner learner = enter("both", seed);
        assertFalse(learner.isDone());
        Learner changed = learner.set(RECURRENT, "{\"kind\": \"orthogonal\"}");
        assertTrue(changed.isDone(), "seed " + seed + ": " + changed.value("ratio"));
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aThousandthOfTheUsualSizeLosesAllInSinglePrecision(int seed) throws ReadProblem {
        Learner learner = enter("six", seed);
        assertFalse(learner.isDone());
        assertTrue(learner.set(RECURRENT, normal(0.01)).isDone(), "seed " + seed);
        assertFalse(learner.set(RECURRENT, normal(0.001)).isDone(), "seed " + seed);
    }

    private static String normal(double deviation) {
        return "{\"kind\": \"normal\", \"deviation\": " + deviation + "}";
    }

    /** The medians that the text gives. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tanh; {\"kind\": \"orthogonal\"}; 0.08",
                "tanh; {\"kind\": \"glorot-uniform\"}; 0.27",
                "relu; {\"kind\": \"identity\"}; 0.7",
                "tanh; {\"kind\": \"torch-uniform\"}; 3e-12",
                "tanh; {\"kind\": \"normal\", \"deviation\": 0.01}; 1e-49",
                "tanh; {\"kind\": \"normal\", \"deviation\": 1}; 6e16"
            })
    void sixStartsDifferByPowersOfTen(String activation, String start, double median) throws ReadProblem {
        double[] ratios = new double[20];
        for (int seed = 0; seed < ratios.length; seed++) {
            ratios[seed] = enter("six", seed)
                    .set("model.activation", activation)
                    .set(RECURRENT, start)
                    .run(Phase.BACKWARD)
                    .value("ratio");
        }
        Arrays.sort(ratios);
        assertEquals(1, (ratios[9] + ratios[10]) / 2 / median, 0.5);
    }

    @Test
    void theRadiusIsWhatTheTextSays() {
        assertEquals(0.577, 1 / Math.sqrt(3), 0.0005);
    }
}
