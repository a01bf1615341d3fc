package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** Every parameter's gradient is the slope of the loss, measured by moving that parameter. */
class FiniteDifferenceTest {
    static Stream<Arguments> networks() {
        List<Cell> cells = List.of(
                new Rnn(Activation.TANH),
                new Rnn(Activation.SIGMOID),
                new Rnn(Activation.IDENTITY),
                new Rnn(Activation.RELU),
                new Lstm(),
                new Gru());
        List<LossSpec> losses = List.of(
                LossSpec.atLast(LossKind.MSE),
                LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN),
                LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.VALID),
                new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM));
        return cells.stream()
                .flatMap(cell -> losses.stream()
                        .flatMap(loss -> Stream.of(1, 2)
                                .flatMap(layers -> Stream.of(false, true)
                                        .map(packed -> Arguments.of(cell, loss, layers, packed)))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientIsTheSlopeOfTheLoss(Cell cell, LossSpec loss, int layers, boolean packed) {
        Network network = Network.of(cell, 2, 3, 2, loss).withLayers(layers).withPacked(packed);
        RandomStream random = new RandomStream(7);
        Batch batch = batch(network, random);
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 * random.nextNormal();
        }
        double[] gradient = new double[weights.length];
        Execution execution = new Execution(new Execution.Binding(network, batch, weights, gradient, Detail.TRAINING));
        for (InitialState state : InitialState.of(network, random)) {
            execution.setInitialState(state.site(), state.values());
        }
        execution.forward();
        execution.backward();
        for (int i = 0; i < weights.length; i++) {
            double held = weights[i];
            double step = 1e-6;
            weights[i] = held + step;
            double above = execution.forward();
            weights[i] = held - step;
            double below = execution.forward();
            weights[i] = held;
            String name = network.parameters().entryAt(i).name();
            assertEquals((above - below) / (2 * step), gradient[i], 2e-8, name + " entry " + i);
        }
    }

    /** An initial state to start from. */
    private record InitialState(Site site, Tensor values) {
        static List<InitialState> of(Network network, RandomStream random) {
            return network.cell().states().stream()
                    .map(state -> new InitialState(new Site(0, state), Tensor.of(normals(random, 6), 2, 3)))
                    .toList();
        }
    }

    private static double[] normals(RandomStream random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextNormal();
        }
        return values;
    }

    private static Batch batch(Network network, RandomStream random) {
        Batch batch = new Batch(network, 4, 2);
        for (int row = 0; row < 2; row++) {
            for (int t = 1; t <= 4; t++) {
                batch.setInput(t, row, 0, random.nextNormal());
                batch.setInput(t, row, 1, random.nextNormal());
                if (network.loss().kind().classifies()) {
                    batch.setClass(t, row, random.nextInt(2));
                } else {
                    batch.setTarget(t, row, 0, random.nextNormal());
                    batch.setTarget(t, row, 1, random.nextNormal());
                }
            }
        }
        batch.setLength(0, 2);
        return batch;
    }
}
