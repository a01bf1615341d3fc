package unroll.core.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.Allocation;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.fused.FusedExecution.Purpose;
import unroll.core.kernel.Engine;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernels;
import unroll.core.kernel.Runner;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Dropout;
import unroll.core.model.Execution;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** What trains against what is shown: the two executors of the same lines. */
class FusedExecutionTest {
    private static final double TOLERANCE = 1e-11;

    private static final List<Cell> CELLS = List.of(
            new Rnn(Activation.TANH),
            new Rnn(Activation.RELU),
            new Rnn(Activation.SIGMOID),
            new Rnn(Activation.IDENTITY),
            new Lstm(),
            new Gru(),
            new Gru(Gru.Reset.BEFORE),
            new Concat());

    /** Of a linear head. */
    private static final List<LossSpec> LOSSES = Stream.of(LossKind.MSE, LossKind.CROSS_ENTROPY)
            .flatMap(kind -> Stream.of(
                    LossSpec.atLast(kind),
                    new LossSpec(kind, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM),
                    LossSpec.atEvery(kind, LossSpec.OverTime.MEAN),
                    LossSpec.atEvery(kind, LossSpec.OverTime.SUM),
                    LossSpec.atEvery(kind, LossSpec.OverTime.VALID)))
            .toList();

    /** A network and the shape of a batch. */
    record Case(Network network, int steps, int rows, long seed) {}

    /** How layers stand on one another: two of them, in one direction and in both, packed or not, some with dropout. */
    private static final List<Stack> STACKS = Stream.of(true, false)
            .flatMap(bidirectional -> Stream.of(true, false)
                    .flatMap(packed -> Stream.of(Dropout.NONE, new Dropout(0.25, 0.5))
                            .map(dropout -> new Stack(2, bidirectional, packed, dropout))))
            .toList();

    static Stream<Case> everyStructure() {
        return CELLS.stream()
                .flatMap(cell -> STACKS.stream()
                        .flatMap(stack -> heads(cell, new Sizes(3, 5, 4), stack, BiasMode.DOUBLE)
                                .map(network -> new Case(network, 6, 21, 9))));
    }

    /** One network for each head and loss that fit each other. */
    private static Stream<Network> heads(Cell cell, Sizes sizes, Stack stack, BiasMode bias) {
        return LOSSES.stream().flatMap(loss -> {
            Network linear = new Network(cell, sizes, stack, bias, Head.LINEAR, loss);
            boolean isPlain = loss.at() == LossSpec.At.FINAL_STATE;
            if (isPlain) {
                return Stream.of(linear);
            }
            return loss.kind() == LossKind.MSE
                    ? Stream.of(linear, linear.withHead(Head.SIGMOID, loss), linear.withHead(Head.SKIP_SIGMOID, loss))
                    : Stream.of(
                            linear,
                            linear.withHead(Head.LOG_SOFTMAX, new LossSpec(LossKind.NLL, loss.at(), loss.overTime())));
        });
    }

    @ParameterizedTest
    @MethodSource("everyStructure")
    void agreesWithTheInterpreter(Case given) {
        assertAgreement(given, FusedExecutionTest::vector);
        assertAgreement(given, Kernels::plain);
    }

    @Property(tries = 400)
    void agreesOnRandomNetworks(@ForAll("cases") Case given) {
        assertAgreement(given, given.seed() % 2 == 0 ? FusedExecutionTest::vector : Kernels::plain);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 19);
        Arbitrary<Integer> layers = Arbitraries.integers().between(1, 3);
        return Arbitraries.randomValue(random -> {
            Stack drawn = STACKS.get(random.nextInt(STACKS.size()));
            Stack stack = new Stack(layers.sample(), drawn.bidirectional(), drawn.packed(), drawn.dropout());
            List<Network> networks = heads(
                            CELLS.get(random.nextInt(CELLS.size())),
                            new Sizes(sizes.sample(), sizes.sample(), sizes.sample()),
                            stack,
                            BiasMode.values()[random.nextInt(BiasMode.values().length)])
                    .toList();
            Network network = networks.get(random.nextInt(networks.size()));
            // A matrix of biases has no more rows than there are units.
            int most = network.bias() == BiasMode.PER_ROW ? network.hiddenSize() : 40;
            return new Case(network, 1 + random.nextInt(7), 1 + random.nextInt(most), random.nextInt(1000));
        });
    }

    /**
     * The same execution runs on batches of other sizes first, whose remains must not be seen; then from zero, from given
     * states and from where it ended.
     */
    private static void assertAgreement(Case given, Supplier<Kernel> kernels) {
        Network network = given.network();
        Random random = new Random(given.seed());
        double[] weights =
                random.doubles(network.parameters().size(), -0.6, 0.6).toArray();
        Batch batch = new Batch(network, given.steps(), given.rows());
        FusedExecution fused = execution(network, batch, weights, kernels);
        int[] sizes = {given.rows(), (given.rows() + 1) / 2, given.rows()};
        for (int rows : sizes) {
            fill(network, batch, 1 + random.nextInt(given.steps()), rows, random);
            fused.differentiate();
            fill(network, batch, given.steps(), rows, random);
            fused.masks().draw(new RandomStream(given.seed()));
            assertSameNumbers(network, batch, weights, fused);
        }
        fused.initialStates().sites().forEach(site -> fused.initialStates().set(site, states(network, batch, random)));
        assertSameNumbers(network, batch, weights, fused);
        Tensor ended = carried(network, batch, weights, fused);
        fused.carryStatesOver();
        Tensor taken = fused.initialStates().all();
        for (int i = 0; i < ended.size(); i++) {
            assertClose(ended.at(i), taken.at(i), ended.norm(), "state " + i + " at the end");
        }
        assertSameNumbers(network, batch, weights, fused);
    }

    private static Tensor states(Network network, Batch batch, Random random) {
        int size = batch.rows() * network.hiddenSize();
        return Tensor.of(random.doubles(size, -1, 1).toArray(), batch.rows(), network.hiddenSize());
    }

    /** What the interpreter hands on after the same pass. */
    private static Tensor carried(Network network, Batch batch, double[] weights, FusedExecution fused) {
        Execution interpreter = interpreter(network, batch, weights, fused);
        interpreter.forward();
        interpreter.carryStatesOver();
        return interpreter.initialStates();
    }

    private static Execution interpreter(Network network, Batch batch, double[] weights, FusedExecution fused) {
        double[] gradient = new double[weights.length];
        Execution.Binding binding = new Execution.Binding(network, batch, weights, gradient, Detail.TRAINING);
        Execution interpreter = new Execution(binding);
        interpreter.setInitialStates(fused.initialStates().all());
        interpreter.masks().copyFrom(fused.masks());
        return interpreter;
    }

    private static void assertSameNumbers(Network network, Batch batch, double[] weights, FusedExecution fused) {
        double loss = fused.differentiate();
        Execution interpreter = interpreter(network, batch, weights, fused);
        assertClose(interpreter.forward(), loss, "loss of " + network);
        interpreter.backward();
        double[] gradient = interpreter.gradient();
        double summed = largestValue(interpreter) * largest(gradient);
        for (int i = 0; i < gradient.length; i++) {
            assertClose(gradient[i], fused.gradient()[i], summed, "gradient " + i + " of " + network);
        }
        assertOutputs(network, batch, interpreter, fused);
        assertEquals(loss, fused.forward(), "the loss without a gradient");
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }

    /** In stacks of linear layers states grow, and with them the rounding of what they are multiplied with. */
    private static double largestValue(Execution interpreter) {
        return interpreter.values().values().stream()
                .mapToDouble(each -> largest(each.data()))
                .reduce(1, Math::max);
    }

    private static void assertOutputs(Network network, Batch batch, Execution interpreter, FusedExecution fused) {
        Quantity read = ((Op.Loss) network.lossLine().op()).output().quantity();
        int first = network.loss().atEveryStep() ? 1 : batch.steps();
        double[] found = new double[network.outputSize()];
        for (int t = first; t <= batch.steps(); t++) {
            for (int row = 0; row < batch.rows(); row++) {
                int at = interpreter.values().get(Site.head(read)).offset(t, row);
                double[] outputs = interpreter.values().get(Site.head(read)).data();
                fused.copyOutputs(t, row, found);
                for (int unit = 0; unit < network.outputSize(); unit++) {
                    assertClose(outputs[at + unit], found[unit], "output");
                }
            }
        }
    }

    private static Kernel vector() {
        return Kernels.vector().orElseThrow();
    }

    private static void fill(Network network, Batch batch, int steps, int rows, Random random) {
        batch.resize(steps, rows);
        for (int row = 0; row < rows; row++) {
            batch.setLength(row, 1 + random.nextInt(steps));
            for (int t = 1; t <= steps; t++) {
                for (int unit = 0; unit < network.inputSize(); unit++) {
                    batch.setInput(t, row, unit, random.nextGaussian());
                }
                if (network.loss().kind().classifies()) {
                    batch.setClass(t, row, random.nextInt(network.outputSize()));
                } else {
                    for (int unit = 0; unit < network.outputSize(); unit++) {
                        batch.setTarget(t, row, unit, random.nextGaussian());
                    }
                }
            }
        }
    }

    private static void assertClose(double expected, double actual, String what) {
        assertClose(expected, actual, Math.abs(expected), what);
    }

    /** @param size of the numbers that were summed: terms may be larger than their sum */
    private static void assertClose(double expected, double actual, double size, String what) {
        double bound = TOLERANCE * Math.max(1, size);
        assertTrue(Math.abs(expected - actual) <= bound, () -> what + " is " + actual + ", not " + expected);
    }

    @Test
    void bothKernelsGiveTheSameBits() {
        everyStructure().forEach(given -> {
            Network network = given.network();
            Batch batch = new Batch(network, given.steps(), given.rows());
            fill(network, batch, given.steps(), given.rows(), new Random(2));
            double[] weights = new Random(3)
                    .doubles(network.parameters().size(), -0.6, 0.6)
                    .toArray();
            FusedExecution plain = execution(network, batch, weights, Kernels::plain);
            FusedExecution fast = execution(network, batch, weights, FusedExecutionTest::vector);
            assertEquals(plain.differentiate(), fast.differentiate());
            for (int i = 0; i < weights.length; i++) {
                assertEquals(plain.gradient()[i], fast.gradient()[i], "gradient " + i + " of " + network);
            }
        });
    }

    private static FusedExecution execution(Network network, Batch batch, double[] weights, Supplier<Kernel> kernels) {
        return new FusedExecution(network, batch, weights, Purpose.TRAINING, new Engine(kernels, Runner.IN_TURN));
    }

    @Test
    void allocatesNothing() {
        LossSpec loss = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
        Network network = Network.of(new Lstm(), 3, 12, 4, loss)
                .withLayers(2)
                .withPacked(true)
                .inBothDirections();
        Batch batch = new Batch(network, 9, 20);
        fill(network, batch, 9, 20, new Random(4));
        double[] weights =
                new Random(5).doubles(network.parameters().size(), -0.5, 0.5).toArray();
        FusedExecution fused = execution(network, batch, weights, FusedExecutionTest::vector);
        for (int i = 0; i < 3000; i++) {
            fused.differentiate();
        }
        long bytes = Allocation.bytes(() -> {
            for (int i = 0; i < 100; i++) {
                fused.differentiate();
            }
        });
        assertEquals(0, bytes);
    }
}
