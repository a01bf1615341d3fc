package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 4: goals are met by what the text says, and not before. */
class VanishingGradientsTest {
    private static final String FOLDER = "04-vanishing-gradients";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter(FOLDER, step, seed);
    }

    private static Learner back(String step, long seed) throws ReadProblem {
        return enter(step, seed).run(Phase.BACKWARD);
    }

    @Test
    void oneUnitShrinksByItsWeightAtEachStep() throws ReadProblem {
        assertFalse(enter("one-unit", 0).isDone());
        Learner back = back("one-unit", 0);
        assertTrue(back.isDone());
        assertEquals(Math.pow(0.9, 20), back.value("ratio"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void theRightAnswerOfThePredictionIsWhatIsMeasured(int seed) throws ReadProblem {
        assertFalse(enter("predict", seed).knows("ratio"), "not to be read before it is run");
        double ratio = back("predict", seed).value("ratio");
        assertTrue(ratio > 0.01 && ratio < 0.2, "seed " + seed + ": " + ratio);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void largerInputsAloneMakeItVanish(int seed) throws ReadProblem {
        Learner learner = back("saturate", seed);
        assertFalse(learner.isDone(), "seed " + seed);
        assertTrue(learner.set("task.deviation", 1.5).isDone(), "seed " + seed);
        assertFalse(learner.set("initialiser.gain", 0.7).isDone(), "the gain is not to be touched");
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aGainOfOneKeepsTheGradientAlive(int seed) throws ReadProblem {
        Learner learner = back("keep-it", seed);
        assertFalse(learner.isDone(), "seed " + seed);
        assertFalse(learner.set("initialiser.gain", 0.9).isDone(), "seed " + seed);
        assertTrue(learner.set("initialiser.gain", 1).isDone(), "seed " + seed);
        assertFalse(learner.set("task.length", 5).run(Phase.BACKWARD).isDone(), "T is to stay");
    }

    @Test
    void theFirstStepBelowAMillionthIsFoundByGoingBack() throws ReadProblem {
        Learner learner = enter("where", 0);
        assertFalse(learner.isDone());
        Set<Integer> steps = Seeds.stepsWhereDone(learner);
        assertEquals(1, steps.size(), "at one step only: " + steps);
    }

    @Test
    void sharesFadeAsThePlanSays() throws ReadProblem {
        Learner learner = back("shares", 0);
        assertEquals(0.91, learner.value("share 10"), 0.05);
        assertEquals(0.49, learner.set("initialiser.gain", 1).value("share 10"), 0.08);
    }

    @Test
    void lossAtEveryStepHidesTheFading() throws ReadProblem {
        assertTrue(back("every-step", 0).value("ratio") > 0.5);
    }
}
