package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 16: goals are met by what the text says, and not before; its figures are what the program measures. */
class NamesTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("16-names", step, seed);
    }

    @Test
    void aBlankBehindTheNameSpoilsTheAnswer() throws ReadProblem {
        Learner name = enter("letters", 0);
        assertFalse(name.isDone());
        assertTrue(name.run(Phase.FORWARD).isDone());
        assertTrue(name.run(Phase.FORWARD).value("sure") > 0.95);
        Learner learner = enter("padding", 0);
        assertFalse(learner.isDone());
        for (int blanks = 1; blanks <= 12; blanks++) {
            assertTrue(
                    learner.type("Khoury" + " ".repeat(blanks))
                            .run(Phase.FORWARD)
                            .isDone(),
                    blanks + " blanks");
        }
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void nobodyReadsTheLastState(int seed) throws ReadProblem {
        Learner learner = enter("past", seed);
        assertFalse(learner.isDone());
        Learner ran = learner.run(Phase.BACKWARD);
        assertTrue(ran.isDone());
        assertEquals(0, ran.value("norm T"));
        assertEquals(6, ran.value("T"), "the text says that one step before is the fifth");
        assertTrue(ran.value("norm 5") > 0, "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void oneTrialIsEnoughForASum(int seed) throws ReadProblem {
        Learner learner = enter("sums", seed);
        assertFalse(learner.isDone());
        assertEquals(1, learner.value("x_1[36]"));
        double moved = learner.input(1, 36, 2).value("change 3");
        assertTrue(learner.input(1, 36, 1 + 1 / moved).isDone(), "seed " + seed);
        assertTrue(seed != 0 || learner.input(1, 36, 10.05).isDone(), "what the hint says");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theMissingTanhCostsAFewPoints(int seed) throws Exception {
        Learner learner = enter("tanh", seed);
        assertFalse(learner.isDone());
        Learner linear = learner.train(iteration -> false);
        assertTrue(linear.isDone(), "seed " + seed);
        assertEquals(0.7455, linear.value("accuracy"), 0.009, "seed " + seed);
        Learner tanh = learner.set("model.activation", "tanh").train(iteration -> false);
        assertEquals(0.7775, tanh.value("accuracy"), 0.006, "seed " + seed);
    }

    @Test
    void fourLanguagesAreNeverRecognised() throws ReadProblem {
        Learner learner = enter("languages", 0);
        assertEquals(0.39, learner.value("meanRecall"), 0.005);
        for (String language : List.of("Korean", "Portuguese", "Scottish", "Vietnamese")) {
            assertEquals(0, learner.value("recall " + language), language);
        }
        assertEquals(0.78, learner.value("recall English"), 0.005);
        assertEquals(0.98, learner.value("recall Arabic"), 0.005);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void drawnAsOftenAsOthersTheyAre(int seed) throws Exception {
        Learner learner = enter("balance", seed);
        assertFalse(learner.isDone());
        Learner balanced = learner.set("task.drawing", "balanced").train(iteration -> false);
        assertTrue(balanced.isDone(), "seed " + seed + ": " + balanced.value("meanRecall"));
        assertTrue(balanced.value("accuracy") < 0.7, "the other mean falls");
        Learner natural = learner.train(iteration -> false);
        assertFalse(natural.isDone(), "seed " + seed + ": " + natural.value("meanRecall"));
    }

    @Test
    void everyArabicTestNameWasTrainedWith() throws ReadProblem {
        Learner learner = enter("unseen", 0).run(Phase.FORWARD);
        assertFalse(learner.isDone());
        assertEquals(1, learner.value("seen Arabic"));
        assertTrue(learner.value("seen Russian") < 0.01);
        assertEquals(0, learner.value("seen English"));
        for (String unseen : List.of("Darwish", "Saleh", "Osman")) {
            assertTrue(learner.type(unseen).run(Phase.FORWARD).isDone(), unseen);
        }
    }
}
