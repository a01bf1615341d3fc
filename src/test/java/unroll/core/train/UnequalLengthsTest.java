package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Lstm;
import unroll.core.data.Dataset;
import unroll.core.data.DrawnTask;
import unroll.core.data.EmbeddedReber;
import unroll.core.data.Examples;
import unroll.core.data.FirstWord;
import unroll.core.data.Inputs;
import unroll.core.data.Targets;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.Initialiser;
import unroll.core.model.LossSpec;
import unroll.core.model.LossSpec.OverTime;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.LossKind;
import unroll.core.optim.Adam;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;

class UnequalLengthsTest {
    private static final LossSpec FINAL = new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, OverTime.SUM);
    private static final LossSpec VALID = LossSpec.atEvery(LossKind.CROSS_ENTROPY, OverTime.VALID);
    private static final LossSpec LAST = LossSpec.atLast(LossKind.CROSS_ENTROPY);

    private final Examples words = new Examples(
            new Inputs.Symbols(Tensor.of(new double[] {0, 1, 2, 2, -1, -1, 1, 0, -1, 1, 1, 1}, 4, 3), 3),
            Targets.Classes.ofSequences(new double[] {0, 1, 1, 0}, 2),
            List.of("a", "b", "c", "d"));

    private static Network network(LossSpec loss, int inputs, int outputs, boolean packed) {
        Stack stack = new Stack(1, false, packed, Dropout.NONE);
        return new Network(new Lstm(), new Sizes(inputs, 4, outputs), stack, BiasMode.SINGLE, Head.LINEAR, loss);
    }

    /** In batches or one by one, padded or not, the sequences are the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void paddingChangesNoNumber(int rows) {
        Network packed = network(FINAL, 3, 2, true);
        Network plain = network(LAST, 3, 2, false);
        Parameters parameters = Initialiser.torch().initialise(packed, 3);
        Evaluation.Result batched = new Evaluation(packed, words, rows).of(parameters);
        Evaluation.Result single = new Evaluation(plain, words, 1).of(parameters);
        assertEquals(single.loss(), batched.loss(), 1e-14);
        assertEquals(single.accuracy(), batched.accuracy());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void everyStepOfAGrammarCountsOnce(int rows) {
        Examples strings =
                new DrawnTask(new EmbeddedReber(40), 20, 5, false).draw(1, true).train();
        Network network = network(VALID, 7, 7, true);
        Parameters parameters = Initialiser.torch().initialise(network, 3);
        Evaluation.Result expected = new Evaluation(network, strings, 1).of(parameters);
        Evaluation.Result result = new Evaluation(network, strings, rows).of(parameters);
        assertEquals(expected.loss(), result.loss(), 1e-13);
        assertEquals(expected.classes().orElseThrow(), result.classes().orElseThrow());
    }

    @Test
    void aLossAtTheLastStepNeedsOneSequenceAtATime() {
        Network last = network(LAST, 3, 2, false);
        Parameters parameters = Initialiser.torch().initialise(last, 3);
        UpdateRule rule = UpdateRule.of(Sgd.torch());
        Batching two = new Batching(2, false, 0);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new TrainingSetup(last, parameters, words, two, rule))
                .getMessage();
        assertTrue(message.contains("unequal length"), message);
        Trainer trainer = new Trainer(new TrainingSetup(last, parameters, words, new Batching(1, false, 0), rule));
        for (int i = 0; i < 8; i++) {
            assertTrue(trainer.step());
        }
    }

    @Test
    void freshSequencesGoOnFromACheckpoint() {
        Dataset data = new DrawnTask(new FirstWord(6, 2, 5), 40, 10, true).draw(2, false);
        Network network = network(LAST, 5, 2, false);
        Parameters parameters = Initialiser.torch().initialise(network, 3);
        UpdateRule rule = UpdateRule.of(Adam.keras());
        TrainingSetup setup = new TrainingSetup(network, parameters, data.training(), new Batching(8, true, 9), rule);
        Trainer whole = new Trainer(setup);
        List<Double> losses = IntStream.range(0, 30).mapToObj(i -> loss(whole)).toList();
        assertEquals(30, losses.stream().distinct().count(), "no batch comes twice, not even in another epoch");
        assertEquals(5, whole.iterationsPerEpoch());
        Trainer begun = new Trainer(setup);
        IntStream.range(0, 17).forEach(i -> begun.step());
        Trainer resumed = new Trainer(setup);
        resumed.restore(begun.checkpoint());
        assertEquals(
                losses.subList(17, 30),
                IntStream.range(17, 30).mapToObj(i -> loss(resumed)).toList());
        assertEquals(whole.parameters(), resumed.parameters());
    }

    private static double loss(Trainer trainer) {
        assertTrue(trainer.step());
        return trainer.loss();
    }

    @Test
    void answersAreCountedByClass() {
        AnswerCount count = new AnswerCount(3);
        count.add(0, true);
        count.add(0, false);
        count.endSequence(false);
        count.add(2, true);
        count.endSequence(true);
        assertEquals(2 / 3.0, count.accuracy());
        assertEquals(0.5, count.sequenceAccuracy());
        assertEquals(Tensor.of(new double[] {0.5, Double.NaN, 1}, 3), count.classAccuracies());
        count.reset();
        count.add(1, true);
        count.endSequence(true);
        assertEquals(1, count.accuracy());
    }
}
