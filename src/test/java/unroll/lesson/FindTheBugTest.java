package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Phase;
import unroll.experiment.Metric;
import unroll.experiment.Probed;
import unroll.io.ReadProblem;

/** Lesson 18: each fault shows its symptom, and the symptom goes with the repair that the text names, and not before. */
class FindTheBugTest {
    private static Learner enter(String step, long seed) throws ReadProblem {
        return Learner.enter("18-find-the-bug", step, seed);
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void equalSequencesHaveEqualStatesOnceTheBiasIsAVector(int seed) throws ReadProblem {
        Learner faulty = enter("broadcast", seed);
        assertFalse(faulty.knows("rowsApart"), "nothing is told before it is computed");
        Learner seen = faulty.run(Phase.FORWARD);
        assertTrue(seen.value("rowsApart") > 0.5, "seed " + seed + ": " + seen.value("rowsApart"));
        assertFalse(seen.isDone());
        assertTrue(seen.set("model.bias", "single").isDone(), "seed " + seed);
        assertFalse(seen.set("model.bias", "none").isDone(), "no bias is no repair");
    }

    @Test
    void theMatrixOfBiasesLearnsAllTheSame() throws Exception {
        Learner trained = enter("broadcast", 0).train(iteration -> false);
        assertEquals(1, trained.value("accuracy"));
        assertTrue(trained.run(Phase.FORWARD).value("rowsApart") > 0.1);
    }

    @Test
    void rowsOneAndFourOfTheBatchAreTheSameSequence() throws ReadProblem {
        Scene scene = enter("broadcast", 0).scene();
        List<Probed.Row> rows = scene.setup().probed(scene.probe()).rows();
        assertEquals(8, rows.size());
        assertEquals(rows.get(0).inputs(), rows.get(3).inputs());
        assertEquals(1, rows.get(0).inputs().at(1), "B");
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void aStateWithoutAFunctionLeavesItsBoundsAndItsFactorsDoNotDependOnTheInputs(int seed) throws ReadProblem {
        Learner faulty = enter("linear", seed).run(Phase.BACKWARD);
        assertTrue(faulty.value("largestUnit") > 1);
        assertEquals(1, faulty.value("ratio"), 1e-12);
        assertEquals(1, faulty.input(7, 0, 3).value("ratio"), 1e-12);
        assertEquals(
                2 * faulty.value("largestUnit"), faulty.set("task.deviation", 2).value("largestUnit"), 1e-12);
        assertFalse(faulty.isDone());
        assertTrue(faulty.set("model.activation", "tanh").isDone(), "seed " + seed);
    }

    @Test
    void theLossOfTheLinearNetworkFalls() throws Exception {
        Learner trained = enter("linear", 0).train(iteration -> false);
        double[] losses = trained.metrics().of(Metric.TRAIN_LOSS).values().toArray();
        assertTrue(losses[losses.length - 1] < 0.5 * losses[0], losses[0] + " to " + losses[losses.length - 1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void wholePicturesAreTold(int seed) throws Exception {
        Learner faulty = enter("reshape", seed);
        assertEquals(1, faulty.scene().trace().network().inputSize());
        assertEquals(8, faulty.scene().trace().steps());
        assertFalse(faulty.isDone());
        Learner trained = faulty.set("task.reading", "rows").train(iteration -> false);
        assertTrue(trained.isDone(), "seed " + seed + ": " + trained.value("accuracy"));
    }

    @Test
    void theTrainedSigmoidCannotReachThePeak() throws Exception {
        Learner faulty = enter("squashed", 0).run(Phase.FORWARD);
        Scene scene = faulty.scene();
        assertEquals("1957", scene.setup().probed(scene.probe()).rows().get(0).label());
        assertEquals(1.232, scene.trace().target(12, 0, 0), 5e-4);
        assertTrue(faulty.value("forecast") < 1);
        assertFalse(faulty.isDone());
        assertFalse(faulty.train(iteration -> iteration >= 1200).isDone(), "no training gets there");
    }

    @ParameterizedTest
    @MethodSource("unroll.lesson.Seeds#twenty")
    void withoutTheSigmoidThePeakIsForetold(int seed) throws Exception {
        Learner repaired = enter("squashed", 0)
                .set("seed", seed)
                .set("model.output", "linear")
                .run(Phase.FORWARD);
        assertFalse(repaired.isDone());
        Learner trained = repaired.train(iteration -> false);
        assertTrue(trained.isDone(), "seed " + seed + ": " + trained.value("forecast"));
    }

    @Test
    void theSameSequenceHasAnotherLossUntilTheStateIsReset() throws ReadProblem {
        assertEquals(0, enter("leftover", 0).value("|h_0|"), "the question is asked at sequence 1");
        Learner faulty = enter("leftover", 0).example(3).run(Phase.FORWARD);
        assertEquals(4, faulty.value("example"));
        assertTrue(faulty.value("|h_0|") > 0.5);
        assertEquals(0.4101, faulty.example(0).value("loss"), 5e-5);
        assertEquals(0.4058, faulty.value("loss"), 5e-5);
        assertFalse(faulty.isDone());
        assertFalse(faulty.example(0).isDone(), "the first sequence starts at zero anyway");
        Learner repaired = faulty.set("training.initialState", "zero");
        assertTrue(repaired.isDone());
        assertEquals(repaired.example(0).value("loss"), repaired.value("loss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never_reset", "zero"})
    void theReaderLearnsWithTheFaultAndWithout(String start) throws Exception {
        Learner trained =
                enter("leftover", 0).set("training.initialState", start).train(iteration -> false);
        assertEquals(1, trained.value("accuracy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "broadcast; self.b = new(n, n)",
                "linear; r = SimpleRNN(12, activation=None)",
                "reshape; x = x.reshape(-1, 8, 1) / 16",
                "squashed; y = Dense(1, activation=\"sigmoid\")",
                "leftover; self.h = h.detach()"
            })
    void theLineWithTheFaultIsTheOneToMark(String step, String fault) throws ReadProblem {
        Marking marking = enter(step, 0).step().marking().orElseThrow();
        assertEquals(fault, marking.code().get(marking.right() - 1).strip());
        assertTrue(marking.code().stream().allMatch(line -> line.length() < 36), step);
    }
}
