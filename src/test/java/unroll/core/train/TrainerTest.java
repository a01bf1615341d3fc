package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.Allocation;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.data.Examples;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Dropout;
import unroll.core.model.Execution;
import unroll.core.model.Initialiser;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Truncation;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.optim.Adagrad;
import unroll.core.optim.Adam;
import unroll.core.optim.AdamW;
import unroll.core.optim.Clipping;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.Moments;
import unroll.core.optim.Optimizer;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;

class TrainerTest {
    private static final UpdateRule ADAM =
            new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 1), withRate(Adam.torch(), 0.01));
    private static final Cell TANH = new Rnn(Activation.TANH);

    private static Optimizer withRate(Adam adam, double rate) {
        return adam.with(adam.common().withLearningRate(rate));
    }

    static Stream<TrainingSetup> setups() {
        Examples signs = Tasks.firstSign(21, 5);
        Examples sums = Tasks.runningSum(21, 5);
        return Stream.of(
                Tasks.setup(TANH, 6, signs, ADAM),
                Tasks.setup(new Lstm(), 5, sums, UpdateRule.of(RmsProp.keras())),
                Tasks.setup(new Gru(), 4, signs, UpdateRule.of(Sgd.torch().withMomentum(0.9))),
                inRegime(sums, true, new Regime(new Truncation(2), new InitialState.Zero(), new Dropout(0.2, 0.4))),
                inRegime(sums, false, new Regime(Truncation.NONE, new InitialState.Carried(), Dropout.NONE)),
                inRegime(sums, false, new Regime(new Truncation(3), new InitialState.Carried(), new Dropout(0, 0.3))));
    }

    private static TrainingSetup inRegime(Examples sums, boolean shuffled, Regime regime) {
        Network network = Tasks.network(new Lstm(), 4, sums).withLayers(2);
        Parameters start = Initialiser.torch().initialise(network, 1);
        return new TrainingSetup(network, start, sums, new Batching(8, shuffled, 1), ADAM, regime);
    }

    @ParameterizedTest
    @MethodSource("setups")
    void twoRunsGiveTheSameBits(TrainingSetup setup) {
        Trainer first = new Trainer(setup);
        Trainer second = new Trainer(setup);
        for (int i = 0; i < 40; i++) {
            assertTrue(first.step() && second.step());
            assertEquals(first.loss(), second.loss());
            assertEquals(first.gradientNorm(), second.gradientNorm());
        }
        assertEquals(first.checkpoint(), second.checkpoint());
        assertNotEquals(setup.parameters(), first.parameters());
    }

    @ParameterizedTest
    @MethodSource("setups")
    void goesOnFromACheckpointBitForBit(TrainingSetup setup) {
        Trainer whole = new Trainer(setup);
        run(whole, 10);
        Checkpoint middle = whole.checkpoint();
        run(whole, 17);
        Trainer resumed = new Trainer(setup);
        resumed.restore(middle);
        assertEquals(middle, resumed.checkpoint());
        run(resumed, 17);
        assertEquals(whole.checkpoint(), resumed.checkpoint());
        // Going back is going on from an earlier place.
        whole.restore(middle);
        run(whole, 17);
        assertEquals(resumed.checkpoint(), whole.checkpoint());
    }

    @ParameterizedTest
    @MethodSource("setups")
    void anIterationAllocatesNothing(TrainingSetup setup) {
        Trainer trainer = new Trainer(setup);
        run(trainer, 3_000);
        assertEquals(0, Allocation.bytes(() -> run(trainer, 300)));
        trainer.measureTensors(true);
        run(trainer, 1_000);
        assertEquals(0, Allocation.bytes(() -> run(trainer, 300)));
    }

    @Test
    void eachTensorIsMeasuredBeforeClippingAndOverTheUpdate() {
        TrainingSetup setup = Tasks.setup(new Lstm(), 5, Tasks.firstSign(21, 5), ADAM);
        Trainer trainer = new Trainer(setup);
        run(trainer, 3);
        Parameters before = trainer.parameters();
        trainer.measureTensors(true);
        run(trainer, 1);
        Parameters after = trainer.parameters();
        TensorMeasures measures = trainer.tensorMeasures();
        assertEquals(setup.network().parameters().entries().size(), measures.tensors());
        double squares = 0;
        for (int i = 0; i < measures.tensors(); i++) {
            String name = measures.name(i);
            Tensor old = before.tensor(name);
            double[] change = after.tensor(name).toArray();
            for (int j = 0; j < change.length; j++) {
                change[j] -= old.at(j);
            }
            double ratio = Tensor.of(change, change.length).norm() / old.norm();
            assertEquals(ratio, measures.updateRatio(i), 1e-15, name);
            squares += measures.gradientNorm(i) * measures.gradientNorm(i);
        }
        assertEquals(trainer.gradientNorm(), Math.sqrt(squares), 1e-14);
        assertEquals(0.01, trainer.learningRate());
    }

    @Test
    void measuringChangesNothing() {
        TrainingSetup setup = Tasks.setup(new Lstm(), 5, Tasks.firstSign(21, 5), ADAM);
        Trainer plain = new Trainer(setup);
        Trainer measured = new Trainer(setup);
        measured.measureTensors(true);
        run(plain, 10);
        run(measured, 10);
        assertEquals(plain.checkpoint(), measured.checkpoint());
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Sgd.torch().withMomentum(0.9),
                Sgd.keras().withMomentum(0.9).withNesterov(true),
                RmsProp.torch(),
                new RmsProp(RmsProp.keras().common(), 0.9, 1e-7, 0.9, true),
                Adagrad.torch(),
                Adam.keras(),
                new Adam(Adam.torch().common(), new Moments(0.9, 0.999, 1e-8, true)),
                AdamW.torch());
    }

    /** An infinite derivative over an infinite norm would be NaN in every weight. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void noOptimiserTakesAStepFromANumberThatIsNotFinite(Optimizer optimizer) {
        for (Clipping clipping : List.of(
                new Clipping.None(),
                new Clipping.GlobalNorm(Flavour.TORCH, 1),
                new Clipping.GlobalNorm(Flavour.KERAS, 1),
                new Clipping.TensorNorm(Flavour.KERAS, 1),
                new Clipping.Value(1))) {
            TrainingSetup calm = Tasks.setup(new Rnn(Activation.IDENTITY), 4, Tasks.runningSum(8, 60), ADAM);
            double[] huge = calm.parameters().toArray();
            Arrays.fill(huge, 1e3);
            TrainingSetup setup = new TrainingSetup(
                    calm.network(),
                    Parameters.copyOf(calm.parameters().layout(), huge),
                    calm.examples(),
                    calm.batching(),
                    new UpdateRule(clipping, optimizer));
            Trainer trainer = new Trainer(setup);
            while (trainer.step() && trainer.iteration() < 50) {
                assertTrue(Double.isFinite(trainer.loss()));
            }
            Divergence divergence = trainer.divergence().orElseThrow();
            for (double weight : divergence.lastGood().toArray()) {
                assertTrue(Double.isFinite(weight), optimizer + " " + clipping);
            }
            assertEquals(divergence.lastGood(), trainer.parameters());
        }
    }

    /** A weight beyond 1e154 that decays through the gradient has a square that is not finite. */
    @Test
    void anOverflowInTheOptimisersMemoryAloneIsFound() {
        Optimizer decaying = Adam.torch().with(new Common(Flavour.TORCH, 0.1, 1));
        TrainingSetup calm = Tasks.setup(TANH, 4, Tasks.firstSign(8, 3), UpdateRule.of(decaying));
        double[] huge = calm.parameters().toArray();
        huge[0] = 1e170;
        Trainer trainer = new Trainer(new TrainingSetup(
                calm.network(),
                Parameters.copyOf(calm.parameters().layout(), huge),
                calm.examples(),
                calm.batching(),
                calm.rule()));
        assertFalse(trainer.step());
        assertTrue(trainer.divergence().orElseThrow().plain().contains("v of weight_ih_l0[0] after the update is"));
    }

    private static void run(Trainer trainer, int iterations) {
        for (int i = 0; i < iterations; i++) {
            if (!trainer.step()) {
                throw new AssertionError(trainer.divergence());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void aPlainStepGoesDownTheSlopeOfTheBatch(TrainingSetup setup) {
        double rate = 1e-3;
        TrainingSetup plain = new TrainingSetup(
                setup.network(),
                setup.parameters(),
                setup.examples(),
                setup.batching(),
                UpdateRule.of(Sgd.plain(Flavour.TORCH, rate)));
        Trainer trainer = new Trainer(plain);
        run(trainer, 1);
        double[] before = setup.parameters().toArray();
        double[] after = trainer.parameters().toArray();
        for (int i = 0; i < before.length; i++) {
            double slope = slope(plain, before, i);
            assertEquals(slope, (before[i] - after[i]) / rate, 1e-7 * Math.max(1, Math.abs(slope)));
        }
    }

    /** ∂L/∂w_i of the first batch by central differences. */
    private static double slope(TrainingSetup setup, double[] weights, int i) {
        double h = 1e-5;
        double held = weights[i];
        weights[i] = held + h;
        double up = lossOfFirstBatch(setup, weights);
        weights[i] = held - h;
        double down = lossOfFirstBatch(setup, weights);
        weights[i] = held;
        return (up - down) / (2 * h);
    }

    private static double lossOfFirstBatch(TrainingSetup setup, double[] weights) {
        Network network = setup.network();
        Batch batch =
                new Batch(network, setup.examples().steps(), setup.batching().rows());
        new BatchOrder(setup.examples(), setup.batching()).fill(0, batch);
        Parameters parameters = Parameters.copyOf(network.parameters(), weights);
        return Execution.of(network, parameters, batch, Detail.TRAINING).forward();
    }

    @Test
    void aTinyTaskIsLearned() {
        Trainer trainer = new Trainer(Tasks.setup(TANH, 8, Tasks.firstSign(64, 6), ADAM));
        Evaluation evaluation =
                new Evaluation(Tasks.network(TANH, 8, Tasks.firstSign(64, 6)), Tasks.firstSign(64, 6), 20);
        assertTrue(trainer.evaluate(evaluation).accuracy().orElseThrow() < 0.9);
        run(trainer, 400);
        Evaluation.Result learned = trainer.evaluate(evaluation);
        assertEquals(1, learned.accuracy().orElseThrow());
        assertTrue(learned.loss() < 0.05, () -> "loss " + learned.loss());
    }

    @Test
    void epochsCountWhenAllExamplesWereSeen() {
        Trainer trainer = new Trainer(Tasks.setup(TANH, 3, Tasks.firstSign(21, 4), ADAM));
        assertEquals(3, trainer.iterationsPerEpoch());
        run(trainer, 5);
        assertEquals(1, trainer.epoch());
        run(trainer, 1);
        assertEquals(2, trainer.epoch());
        assertEquals(6, trainer.iteration());
    }

    /**
     * Identity units whose recurrent weights are above 1, over many steps: one update makes the next state overflow.
     */
    private static TrainingSetup exploding() {
        return exploding(0.01);
    }

    private static TrainingSetup exploding(double rate) {
        Examples sums = Tasks.runningSum(16, 60);
        Cell identity = new Rnn(Activation.IDENTITY);
        Network network = Network.of(identity, 1, 6, 1, LossSpec.atLast(LossKind.MSE));
        Parameters start = Initialiser.keras().withRecurrentGain(1.3).initialise(network, 1);
        return new TrainingSetup(
                network, start, sums, new Batching(8, true, 1), UpdateRule.of(Sgd.plain(Flavour.TORCH, rate)));
    }

    @Test
    void aDivergenceNamesItsPlaceAndKeepsTheLastGoodParameters() {
        Trainer trainer = new Trainer(exploding());
        Parameters lastButOne = trainer.parameters();
        Parameters last = lastButOne;
        while (trainer.step()) {
            lastButOne = last;
            last = trainer.parameters();
        }
        Divergence divergence = trainer.divergence().orElseThrow();
        assertEquals(trainer.iteration() + 1, divergence.iteration());
        assertEquals(lastButOne, divergence.lastGood());
        assertEquals(last, trainer.parameters());
        Execution.NonFinite found =
                assertInstanceOf(Divergence.InVector.class, divergence.place()).found();
        assertEquals("a", found.site().quantity().id());
        assertTrue(found.step() > 1 && !Double.isFinite(found.value()));
        assertTrue(
                divergence.plain().startsWith("iteration " + divergence.iteration() + ": a of layer 1 at step "),
                divergence.plain());
        assertTrue(
                divergence.plain().contains(", row " + (found.row() + 1) + ", unit " + found.unit() + " is "),
                "rows are counted from 1 wherever they are shown: " + divergence.plain());
        assertThrows(IllegalStateException.class, trainer::step);
        assertThrows(IllegalStateException.class, trainer::checkpoint);
    }

    /** Plain descent keeps its weights only now and then: what it began with is found again, to the last bit. */
    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 70})
    void theLastGoodParametersAreFoundAgain(int iterations) {
        Trainer trainer = new Trainer(exploding(1e-22));
        Parameters last = trainer.parameters();
        for (int i = 0; i < iterations; i++) {
            last = trainer.parameters();
            assertTrue(trainer.step());
        }
        Parameters present = trainer.parameters();
        assertNotEquals(last, present);
        assertEquals(last, trainer.lastGood());
        assertEquals(present, trainer.parameters());
    }

    @Test
    void trainingCanGoBackFromADivergence() {
        Trainer trainer = new Trainer(exploding());
        Checkpoint start = trainer.checkpoint();
        while (trainer.step()) {
            assertFalse(trainer.divergence().isPresent());
        }
        trainer.restore(start);
        assertTrue(trainer.step());
    }

    @Test
    void anUpdateThatOverflowsIsUndone() {
        Optimizer decaying = Sgd.keras().with(new Common(Flavour.KERAS, 1e200, 1e200));
        TrainingSetup setup = Tasks.setup(TANH, 4, Tasks.firstSign(8, 3), UpdateRule.of(decaying));
        Trainer trainer = new Trainer(setup);
        assertFalse(trainer.step());
        Divergence divergence = trainer.divergence().orElseThrow();
        Divergence.InUpdate place = assertInstanceOf(Divergence.InUpdate.class, divergence.place());
        assertEquals(0, place.found().line());
        assertTrue(place.plain().startsWith("w of weight_ih_l0[0] after the update is "), place.plain());
        assertEquals(setup.parameters(), trainer.parameters());
        assertEquals(setup.parameters(), divergence.lastGood());
    }

    @Test
    void aSetupThatDoesNotFitIsRefused() {
        TrainingSetup setup = Tasks.setup(TANH, 4, Tasks.firstSign(8, 3), ADAM);
        Network other = Tasks.network(TANH, 5, Tasks.firstSign(8, 3));
        Parameters foreign = Initialiser.torch().initialise(other, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingSetup(setup.network(), foreign, setup.examples(), setup.batching(), setup.rule()));
        Exception problem = assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingSetup(
                        setup.network(), setup.parameters(), Tasks.runningSum(8, 3), setup.batching(), setup.rule()));
        assertEquals("the network has 1 inputs and 2 outputs, but the examples have 1 and 1", problem.getMessage());
        Trainer trainer = new Trainer(setup);
        Checkpoint checkpoint = new Checkpoint(1, foreign, trainer.checkpoint().optimizer());
        assertThrows(IllegalArgumentException.class, () -> trainer.restore(checkpoint));
    }
}
