package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Phase;
import unroll.io.ReadProblem;
import unroll.plot.toolbox.ClippingPainter;

/** Lesson 6: goals are met by what the text says, and not before. */
class ClippingTest {
    private static final String BY_NORM = "{\"kind\": \"norm\", \"threshold\": 1}";

    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("06-clipping", step, seed);
    }

    @Test
    void theUpdateIsRun() throws ReadProblem {
        assertFalse(enter("factor", 0).isDone());
        assertTrue(enter("factor", 0).run(Phase.UPDATE).isDone());
    }

    @Test
    void byValueTheGradientTurnsAsTheTextSays() {
        assertEquals(12.4, new ClippingPainter(1).turn(), 0.05);
        assertEquals(0, new ClippingPainter(4).turn(), 1e-12);
    }

    @Test
    void clippingLeavesTheRatioAlone() throws ReadProblem {
        Learner clipped = enter("shape", 0).run(Phase.UPDATE);
        assertTrue(clipped.isDone());
        assertTrue(clipped.value("ratio") < 1e-6);
        assertEquals(
                clipped.value("ratio"),
                clipped.set("clipping", "{\"kind\": \"none\"}").value("ratio"));
    }

    @Test
    void withoutClippingItStaysAtChanceOnMostStarts() throws Exception {
        assertFalse(enter("order", 0).isDone());
        int solved = 0;
        for (int seed = 0; seed < 20; seed++) {
            Learner trained = enter("order", seed).train(iteration -> iteration >= 500);
            assertTrue(trained.isDone(), "seed " + seed);
            solved += trained.knows("solvedAfter") ? 1 : 0;
        }
        assertEquals(3, solved, "as the text says");
    }

    @Test
    void theStartOfTheLessonNeedsClipping() throws Exception {
        Learner trained = enter("order", 0).train(iteration -> iteration >= 500);
        assertTrue(trained.value("accuracy") < 0.5, "accuracy " + trained.value("accuracy"));
        assertTrue(trained.value("largestGradient") > 5);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void clippingByNormSolvesIt(int seed) throws Exception {
        Learner learner = enter("solve", seed);
        assertFalse(learner.isDone());
        Learner trained = learner.set("clipping", BY_NORM).train(iteration -> iteration >= 500);
        assertTrue(trained.isDone(), "seed " + seed + ": " + trained.value("accuracy"));
    }
}
