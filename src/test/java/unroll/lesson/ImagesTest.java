package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;

/** Lesson 15: goals are met by what the text says, and not before; its figures are what the program measures. */
class ImagesTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("15-images", step, seed);
    }

    @Test
    void theForwardPhaseIsRunToItsEnd() throws ReadProblem {
        assertFalse(enter("rows", 0).isDone());
        assertTrue(enter("rows", 0).run(Phase.FORWARD).isDone());
    }

    @Test
    void theLastStateHearsTheFirstRow() throws ReadProblem {
        Learner learner = enter("last", 0);
        assertFalse(learner.isDone());
        double pixel = learner.value("x_1[3]");
        assertTrue(learner.input(1, 3, pixel > 0.5 ? 0 : 1).run(Phase.FORWARD).isDone());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatIsReadInAFixedOrderIsLearned(int seed) throws Exception {
        for (String step : new String[] {"train", "shuffled"}) {
            Learner learner = enter(step, seed);
            assertFalse(learner.isDone());
            Learner trained = learner.train(iteration -> false);
            assertTrue(trained.isDone(), step + ", seed " + seed + ": " + trained.value("accuracy"));
        }
    }

    @Test
    void aRowAloneDecidesInAThirdOfTheCases() throws Exception {
        Learner learner = enter("apart", 0);
        assertFalse(learner.isDone());
        assertEquals(11504, learner.scene().setup().data().train().size());
        Learner trained = learner.train(iteration -> false);
        assertTrue(trained.isDone());
        assertEquals(0.352, trained.value("accuracy"), 0.001);
    }

    @Test
    void whoLearnedOneOrderCannotReadAnother() throws Exception {
        Learner learner = enter("upside-down", 0);
        assertFalse(learner.isDone());
        Learner turned = learner.set("task.order", "bottom_up").train(iteration -> false);
        assertEquals(0.41, turned.value("accuracyAtStart"), 0.005);
        assertTrue(turned.isDone(), "accuracy " + turned.value("accuracy"));
        Learner straight = learner.train(iteration -> iteration >= 1);
        assertEquals(0.97, straight.value("accuracyAtStart"), 0.006);
        assertFalse(straight.isDone());
    }
}
