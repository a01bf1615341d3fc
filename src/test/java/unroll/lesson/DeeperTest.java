package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 19: goals are met by what the text says, and not before. */
class DeeperTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("19-deeper", step, seed);
    }

    /** With one number of an input changed by so much. */
    private static Learner moved(Learner learner, int t, int unit, double by) {
        return learner.input(t, unit, learner.value("x_" + t + "[" + unit + "]") + by);
    }

    /** The steps whose input alone meets the goal, by one of several changes. */
    private static Set<Integer> stepsThatDoIt(Learner learner) {
        Set<Integer> steps = new TreeSet<>();
        for (int t = 1; t <= 6; t++) {
            for (int unit = 0; unit < 2; unit++) {
                for (double by : new double[] {-3, -1, 1, 3}) {
                    if (moved(learner, t, unit, by).isDone()) {
                        steps.add(t);
                    }
                }
            }
        }
        return steps;
    }

    @Test
    void theSecondLayerHasRunOnceItsStateIsThere() throws ReadProblem {
        Learner learner = enter("stack", 0);
        assertFalse(learner.isDone());
        assertEquals(39, learner.value("learned"));
        assertFalse(learner.moveTo(3).isDone(), "layer 1 alone has run");
        assertTrue(learner.run(Phase.FORWARD).isDone());
        assertFalse(enter("grid", 0).isDone());
        assertTrue(enter("grid", 0).run(Phase.BACKWARD).isDone());
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theLastStateOfTheSecondLayerKnowsTheFirstInput(int seed) throws ReadProblem {
        Learner learner = enter("reach", seed);
        assertFalse(learner.isDone());
        assertTrue(moved(learner, 1, 0, 1).isDone(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void everyRouteIsScaledByTheGain(int seed) throws ReadProblem {
        Learner learner = enter("sizes", seed);
        assertFalse(learner.isDone(), "seed " + seed);
        assertTrue(Arrays.stream(new double[] {0.45, 0.35}).anyMatch(gain -> isDone(learner, gain)), "seed " + seed);
        assertFalse(isDone(learner, 0), "without U no route is left");
        assertTrue(seed != 0 || isDone(learner, 0.45), "what the hint says");
    }

    private static boolean isDone(Learner learner, double gain) {
        try {
            return learner.set("initialiser.gain", gain).isDone();
        } catch (ReadProblem impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void onlyTheLastInputMovesAllOutputsAndLeavesTheForwardHalfBeforeIt(int seed) throws ReadProblem {
        Learner learner = enter("both", seed);
        assertFalse(learner.isDone());
        assertEquals(Set.of(6), stepsThatDoIt(learner), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void onlyTheNextInputMovesTheBackwardHalfAlone(int seed) throws ReadProblem {
        Learner learner = enter("half", seed);
        assertFalse(learner.isDone());
        assertEquals(Set.of(4), stepsThatDoIt(learner), "seed " + seed);
        assertTrue(seed != 0 || moved(learner, 4, 0, 2).isDone(), "what the hint says");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whoReadsFromBothEndsReadsTheAnswers(int seed) throws Exception {
        Learner learner = enter("future", seed);
        assertFalse(learner.isDone());
        double best = learner.value("level grammar");
        Learner trained = learner.train(iteration -> false);
        assertTrue(trained.isDone(), "seed " + seed);
        assertTrue(trained.value("testLoss") < best / 100, "seed " + seed + ": " + trained.value("testLoss"));
        Learner oneWay = learner.set("model.bidirectional", false).train(iteration -> false);
        assertTrue(oneWay.value("testLoss") > best, "seed " + seed + ": " + oneWay.value("testLoss"));
    }
}
