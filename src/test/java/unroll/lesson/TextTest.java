package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.experiment.Setup;
import unroll.experiment.Writing;
import unroll.io.ReadProblem;

/** Lesson 17: goals are met by what the text says, and not before; its figures are what the program measures. */
class TextTest {
    /** The shipped weights belong to the lesson's own seed. */
    private static Learner enter(String step) throws ReadProblem {
        return Learner.enter("17-text", step, 0);
    }

    @Test
    void onlyBeginningsOfWordsAreThatDearInTheFirstLine() throws ReadProblem {
        Learner learner = enter("cost");
        assertFalse(learner.isDone());
        assertEquals(6, Seeds.stepsWhereDone(learner).iterator().next(), "the C of Citizen");
        Learner ran = learner.run(Phase.FORWARD);
        assertTrue(ran.value("costOf 6") > 8);
        assertTrue(ran.value("costOf 10") < 0.5, "the z of Citizen");
        assertTrue(ran.value("costOf 14") < 0.1, "the end of the line");
    }

    @Test
    void theRulesCostWhatTheTextSays() throws ReadProblem {
        Learner learner = enter("baselines");
        assertFalse(learner.isDone());
        assertTrue(learner.run(Phase.FORWARD).isDone());
        assertEquals(6.02, learner.value("bitsOf uniform"), 0.005);
        assertEquals(6.02, learner.run(Phase.FORWARD).value("costOf 1"), 0.3, "untrained it knows nothing");
        assertEquals(3.5829, learner.value("bitsOf bigram"), 1e-4, "the bound of the next task");
        Learner poems = enter("poems");
        assertFalse(poems.isDone());
        assertTrue(poems.run(Phase.FORWARD).isDone());
        assertEquals(11.4, poems.value("bitsOf uniform"), 0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void itSoonKnowsMoreThanTheLetterBefore(int seed) throws Exception {
        Learner learner = Learner.enter("17-text", "train", seed);
        assertFalse(learner.isDone());
        assertTrue(learner.train(iteration -> iteration >= 400).isDone(), "seed " + seed);
    }

    private static double differentWords(Setup setup, Learner learner, double temperature) {
        String[] words = Writing.of(setup, learner.scene().trace().parameters(), 400, temperature)
                .split("\\s+");
        return (double) Arrays.stream(words).distinct().count() / words.length;
    }

    @Test
    void aDullTextIsCheap() throws ReadProblem {
        Learner learner = enter("samples").run(Phase.FORWARD);
        assertFalse(learner.isDone());
        assertTrue(learner.value("meanCost") > 1.5, "Shakespeare");
        Learner dull =
                learner.type("the country the country the country the country").run(Phase.FORWARD);
        assertTrue(dull.isDone(), "bits: " + dull.value("meanCost"));
        assertFalse(learner.type("the country").run(Phase.FORWARD).isDone(), "too short");
    }

    @Test
    void theColdestTextRepeatsItself() throws ReadProblem {
        Learner learner = enter("write");
        Setup setup = learner.scene().setup();
        assertTrue(differentWords(setup, learner, 0.1) < 0.5);
        assertTrue(differentWords(setup, learner, 1) > 0.7);
    }

    @Test
    void oneUnitFollowsTheWordAndNoneTheLine() throws ReadProblem {
        Learner learner = enter("unit");
        assertFalse(learner.isDone());
        for (int unit = 0; unit < 64; unit++) {
            Learner picked = learner.pick("h", 64, unit);
            assertEquals(unit == 14, picked.isDone(), "unit " + unit + ": " + picked.value("follows word"));
            assertTrue(picked.value("follows line") < 0.3, "unit " + unit + ": " + picked.value("follows line"));
        }
    }

    @Test
    void anUntrainedUnitFollowsTheLineAsMuch() throws ReadProblem {
        Learner learner = enter("train");
        double largest = 0;
        for (int unit = 0; unit < 64; unit++) {
            largest = Math.max(largest, learner.pick("h", 64, unit).value("follows line"));
        }
        assertEquals(0.3, largest, 0.03);
    }

    @Test
    void withoutItsStateItIsWorseThanTheLetterBefore() throws Exception {
        Learner learner = enter("reset");
        assertFalse(learner.isDone());
        Learner measured = learner.train(iteration -> iteration >= 1);
        assertTrue(measured.isDone());
        assertTrue(measured.value("bitsAtStart") > measured.value("bitsOf bigram"));
        Learner whole = enter("write").train(iteration -> iteration >= 1);
        assertEquals(2.58, whole.value("bitsAtStart"), 0.005);
    }
}
