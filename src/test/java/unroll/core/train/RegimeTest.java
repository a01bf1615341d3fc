package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.data.Examples;
import unroll.core.kernel.Engine;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Chain;
import unroll.core.model.Detail;
import unroll.core.model.Dropout;
import unroll.core.model.Execution;
import unroll.core.model.Initialiser;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.op.Activation;
import unroll.core.op.Quantity;
import unroll.core.optim.Flavour;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Norms;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/** Truncated, carried, given and dropped: what an iteration does, done again by hand with one execution each. */
class RegimeTest {
    private static final double RATE = 0x1p-6;
    private static final UpdateRule PLAIN = UpdateRule.of(Sgd.plain(Flavour.TORCH, RATE));
    private static final Map<String, Cell> CELLS =
            Map.of("rnn", new Rnn(Activation.TANH), "lstm", new Lstm(), "gru", new Gru(Gru.Reset.AFTER));

    private static TrainingSetup setup(String cell, int layers, Batching batching, Regime regime) {
        Examples sums = Tasks.runningSum(13, 7);
        Network network = Tasks.network(CELLS.get(cell), 4, sums).withLayers(layers);
        Parameters start = Initialiser.torch().initialise(network, 3);
        return new TrainingSetup(network, start, sums, batching, PLAIN, regime);
    }

    /** Some steps of some sequences as a batch of their own. */
    private static Batch piece(Network network, Examples sums, int[] sequences, int first, int count) {
        Batch batch = new Batch(network, count, sequences.length);
        for (int row = 0; row < sequences.length; row++) {
            for (int t = 1; t <= count; t++) {
                int from = first + t - 1;
                batch.setInput(t, row, 0, sums.input(sequences[row], from, 0));
                Batch whole = new Batch(network, sums.steps(), 1);
                sums.fill(sequences[row], whole, 0);
                batch.setTarget(t, row, 0, whole.target(from, 0, 0));
            }
        }
        return batch;
    }

    private static Map<Site, Tensor> finalStates(Execution execution) {
        Network network = execution.network();
        Batch batch = execution.batch();
        Map<Site, Tensor> states = new LinkedHashMap<>();
        for (Chain chain : network.chains()) {
            for (Quantity state : network.cell().states()) {
                Buffer buffer = execution.values().get(chain.site(state));
                double[] flat = new double[batch.rows() * buffer.width()];
                for (int row = 0; row < batch.rows(); row++) {
                    System.arraycopy(
                            buffer.data(),
                            buffer.offset(batch.steps(), row),
                            flat,
                            row * buffer.width(),
                            buffer.width());
                }
                states.put(chain.site(state), Tensor.of(flat, batch.rows(), buffer.width()));
            }
        }
        return states;
    }

    /** Steps the trainer and checks loss and gradient against an execution of the batch from the states. */
    private static Execution stepAgainst(Trainer trainer, Batch batch, Map<Site, Tensor> states, Network network) {
        Parameters before = trainer.parameters();
        Execution execution = Execution.of(network, before, batch, Detail.TRAINING);
        states.forEach(execution::setInitialState);
        double loss = execution.forward();
        execution.backward();
        assertTrue(trainer.step());
        assertEquals(loss, trainer.loss(), 1e-14 * Math.max(1, loss));
        double[] old = before.toArray();
        double[] now = trainer.parameters().toArray();
        double[] gradient = new double[old.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (old[i] - now[i]) / RATE;
        }
        assertArrayEquals(execution.gradient(), gradient, 1e-12);
        return execution;
    }

    @ParameterizedTest
    @CsvSource({"rnn, 1, 3", "lstm, 2, 3", "gru, 3, 2", "lstm, 1, 1", "rnn, 2, 7", "gru, 1, 50"})
    void aPieceGoesOnFromTheOneBeforeWithoutItsGradient(String cell, int layers, int depth) {
        Regime regime = Regime.PLAIN.withTruncation(new Truncation(depth));
        TrainingSetup setup = setup(cell, layers, new Batching(5, false, 1), regime);
        Examples sums = (Examples) setup.examples();
        Trainer trainer = new Trainer(setup);
        int pieces = (6 + depth) / depth;
        assertEquals(3 * pieces, trainer.iterationsPerEpoch());
        int[][] batches = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}, {10, 11, 12}, {0, 1, 2, 3, 4}};
        for (int[] sequences : batches) {
            Map<Site, Tensor> states = Map.of();
            for (int first = 1; first <= 7; first += depth) {
                Batch piece = piece(setup.network(), sums, sequences, first, Math.min(depth, 8 - first));
                states = finalStates(stepAgainst(trainer, piece, states, setup.network()));
            }
        }
    }

    @Test
    void carriedStatesFollowEachRowsOwnStretch() {
        Regime regime = Regime.PLAIN.withInitialState(new InitialState.Carried());
        TrainingSetup setup = setup("lstm", 2, new Batching(3, false, 1), regime);
        Trainer trainer = new Trainer(setup);
        // 13 sequences in 3 rows: stretches of 4, and the last one is left out.
        assertEquals(4, trainer.iterationsPerEpoch());
        for (int epoch = 0; epoch < 2; epoch++) {
            Map<Site, Tensor> states = Map.of();
            for (int i = 0; i < 4; i++) {
                int[] sequences = {i, 4 + i, 8 + i};
                Batch batch = piece(setup.network(), (Examples) setup.examples(), sequences, 1, 7);
                states = finalStates(stepAgainst(trainer, batch, states, setup.network()));
            }
        }
    }

    @Test
    void carriedStatesCrossThePiecesOfTwoBatches() {
        Regime regime = new Regime(new Truncation(4), new InitialState.Carried(), Dropout.NONE);
        TrainingSetup setup = setup("gru", 1, new Batching(2, false, 1), regime);
        Trainer trainer = new Trainer(setup);
        Map<Site, Tensor> states = Map.of();
        for (int i = 0; i < 3; i++) {
            for (int first : new int[] {1, 5}) {
                int[] sequences = {i, 6 + i};
                Batch batch = piece(setup.network(), (Examples) setup.examples(), sequences, first, first == 1 ? 4 : 3);
                states = finalStates(stepAgainst(trainer, batch, states, setup.network()));
            }
        }
    }

    private static InitialState.Given given() {
        Tensor h = Tensor.of(new double[] {0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8}, 2, 4);
        return new InitialState.Given(Map.of("h", h));
    }

    /** Every batch starts from what was given, also after pieces that were carried over. */
    @Test
    void givenStatesStartEverySequenceInTrainingAndElsewhere() {
        Regime regime = new Regime(new Truncation(4), given(), Dropout.NONE);
        TrainingSetup setup = setup("lstm", 2, new Batching(13, false, 1), regime);
        Trainer trainer = new Trainer(setup);
        int[] sequences = new int[13];
        for (int i = 0; i < 13; i++) {
            sequences[i] = i;
        }
        for (int epoch = 0; epoch < 2; epoch++) {
            Map<Site, Tensor> states = given().states(setup.network(), 13);
            assertEquals(2, states.size());
            for (int first : new int[] {1, 5}) {
                Batch batch = piece(setup.network(), (Examples) setup.examples(), sequences, first, first == 1 ? 4 : 3);
                states = finalStates(stepAgainst(trainer, batch, states, setup.network()));
            }
        }
        Execution whole = Execution.of(
                setup.network(),
                trainer.parameters(),
                piece(setup.network(), (Examples) setup.examples(), sequences, 1, 7),
                Detail.TRAINING);
        given().states(setup.network(), 13).forEach(whole::setInitialState);
        Evaluation from = new Evaluation(setup.network(), (Examples) setup.examples(), 4, given(), Engine.simple());
        assertEquals(whole.forward(), trainer.evaluate(from).loss(), 1e-14);
        Evaluation fromZero = new Evaluation(setup.network(), (Examples) setup.examples(), 4);
        assertNotEquals(whole.loss(), trainer.evaluate(fromZero).loss(), 1e-6);
    }

    @Test
    void dropoutDropsInTrainingAlone() {
        Dropout dropout = new Dropout(0.3, 0.5);
        TrainingSetup setup = setup("lstm", 2, new Batching(13, false, 9), Regime.PLAIN.withDropout(dropout));
        Trainer trainer = new Trainer(setup);
        Batch batch = new Batch(setup.network(), 7, 13);
        new BatchOrder(setup.examples(), setup.batching()).fill(0, batch);
        RandomStream random = new RandomStream(0);
        for (int iteration = 0; iteration < 3; iteration++) {
            Parameters before = trainer.parameters();
            Execution execution = Execution.of(setup.network().withDropout(dropout), before, batch, Detail.TRAINING);
            random.restart(RandomStream.family(9, "dropout"), iteration);
            execution.masks().draw(random);
            double loss = execution.forward();
            Evaluation evaluation = new Evaluation(setup.network(), (Examples) setup.examples(), 13);
            double undropped = evaluation.of(before).loss();
            assertEquals(undropped, trainer.evaluate(evaluation).loss());
            assertTrue(trainer.step());
            assertEquals(loss, trainer.loss());
            assertNotEquals(undropped, loss, 1e-6);
        }
    }

    @Test
    void whatIsRecordedIsWhatTheNextStepComputes() {
        Regime regime = new Regime(new Truncation(3), new InitialState.Carried(), new Dropout(0.25, 0.5));
        Trainer trainer = new Trainer(setup("lstm", 2, new Batching(5, false, 9), regime));
        for (int iteration = 0; iteration < 8; iteration++) {
            Trace next = trainer.recordNext();
            assertTrue(trainer.step());
            assertEquals(trainer.loss(), next.loss(), 1e-14);
            double[] gradient = next.parameterGradients().toArray();
            assertEquals(trainer.gradientNorm(), Norms.euclidean(gradient, 0, gradient.length), 1e-13);
        }
    }

    private static String refusal(String cell, Batching batching, Regime regime) {
        return assertThrows(IllegalArgumentException.class, () -> setup(cell, 1, batching, regime))
                .getMessage();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Batching shuffled = new Batching(5, true, 1);
        Batching kept = new Batching(5, false, 1);
        InitialState carried = new InitialState.Carried();
        assertTrue(
                refusal("rnn", shuffled, Regime.PLAIN.withInitialState(carried)).contains("shuffle false"));
        assertEquals(
                "the initial h needs 1 lists (one for each layer and direction) of 4 numbers each, not 2 of 4",
                refusal("rnn", kept, Regime.PLAIN.withInitialState(given())));
        InitialState cell = new InitialState.Given(Map.of("c", Tensor.zeros(1, 4)));
        assertEquals(
                "the initial state names c, but this cell's states are h",
                refusal("rnn", kept, Regime.PLAIN.withInitialState(cell)));
        Examples signs = Tasks.firstSign(8, 5);
        TrainingSetup last = Tasks.setup(CELLS.get("rnn"), 4, signs, PLAIN);
        Regime truncated = Regime.PLAIN.withTruncation(new Truncation(2));
        String atLast = assertThrows(
                        IllegalArgumentException.class,
                        () -> new TrainingSetup(
                                last.network(), last.parameters(), signs, last.batching(), PLAIN, truncated))
                .getMessage();
        assertTrue(atLast.contains("a loss at every step"), atLast);
        Examples sums = Tasks.runningSum(8, 5);
        Network both = Tasks.network(CELLS.get("gru"), 3, sums).inBothDirections();
        Parameters weights = Initialiser.torch().initialise(both, 1);
        String bothWays = assertThrows(
                        IllegalArgumentException.class,
                        () -> new TrainingSetup(both, weights, sums, kept, PLAIN, truncated))
                .getMessage();
        assertTrue(bothWays.contains("run one way"), bothWays);
    }

    @Test
    void aCheckpointWithoutStatesCannotBeGoneOnFrom() {
        Regime regime = Regime.PLAIN.withTruncation(new Truncation(3));
        Trainer trainer = new Trainer(setup("lstm", 1, new Batching(5, false, 1), regime));
        assertTrue(trainer.step());
        Checkpoint whole = trainer.checkpoint();
        assertEquals(List.of(5 * 4 * 2), List.of(whole.states().size()));
        Checkpoint bare = new Checkpoint(1, whole.parameters(), whole.optimizer());
        assertEquals(
                "the initial states are 40 numbers, not 0",
                assertThrows(IllegalArgumentException.class, () -> trainer.restore(bare))
                        .getMessage());
    }
}
