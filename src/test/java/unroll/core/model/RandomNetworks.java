package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** Networks of every structure, and sequences for them with rows of unequal lengths. */
public final class RandomNetworks {
    public static final List<Cell> CELLS = List.of(
            new Rnn(Activation.TANH),
            new Rnn(Activation.SIGMOID),
            new Rnn(Activation.IDENTITY),
            new Rnn(Activation.RELU),
            new Lstm(),
            new Gru(Gru.Reset.AFTER),
            new Gru(Gru.Reset.BEFORE),
            new Concat());

    private static final int INPUTS = 2;
    private static final int OUTPUTS = 2;

    /** A head with a loss on it. */
    private record Output(Head head, LossSpec loss) {}

    private static final List<Output> OUTPUT_KINDS = List.of(
            new Output(Head.LINEAR, LossSpec.atLast(LossKind.MSE)),
            new Output(Head.LINEAR, LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN)),
            new Output(Head.LINEAR, LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.VALID)),
            new Output(
                    Head.LINEAR, new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM)),
            new Output(Head.SKIP_SIGMOID, LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM)),
            new Output(Head.LOG_SOFTMAX, LossSpec.atEvery(LossKind.NLL, LossSpec.OverTime.MEAN)),
            new Output(Head.LOG_SOFTMAX, LossSpec.atLast(LossKind.NLL)));

    private RandomNetworks() {}

    /** Every cell with every head and loss, in one and both directions, of up to three layers, packed and not. */
    public static List<Network> all() {
        List<Network> networks = new ArrayList<>();
        for (Cell cell : CELLS) {
            for (Output output : OUTPUT_KINDS) {
                int most = cell instanceof Lstm || cell.equals(CELLS.get(0)) ? 3 : 2;
                for (int layers = 1; layers <= most; layers++) {
                    Network network = Network.of(cell, INPUTS, 3, OUTPUTS, LossSpec.atLast(LossKind.MSE))
                            .withHead(output.head(), output.loss())
                            .withLayers(layers);
                    networks.add(network);
                    networks.add(network.withPacked(true));
                    networks.add(network.inBothDirections());
                    networks.add(network.inBothDirections().withPacked(true));
                }
            }
        }
        return networks;
    }

    /** A name that tells networks apart. */
    public static String name(Network network) {
        return network.cell().id() + " " + network.layers() + (network.stack().bidirectional() ? "↔ " : "→ ")
                + network.head().id() + " " + network.loss() + (network.packed() ? " packed" : "")
                + (network.stack().dropout().equals(Dropout.NONE) ? "" : " dropout");
    }

    public static double[] weights(Network network, RandomStream random) {
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 * random.nextNormal();
        }
        return weights;
    }

    /** Normal inputs; the first row ends after one step where rows have lengths of their own. */
    public static Batch batch(Network network, int steps, int rows, RandomStream random) {
        Batch batch = new Batch(network, steps, rows);
        for (int row = 0; row < rows; row++) {
            for (int t = 1; t <= steps; t++) {
                for (int unit = 0; unit < INPUTS; unit++) {
                    batch.setInput(t, row, unit, random.nextNormal());
                }
                for (int unit = 0; unit < OUTPUTS; unit++) {
                    if (network.loss().kind().classifies()) {
                        batch.setClass(t, row, random.nextInt(OUTPUTS));
                    } else {
                        batch.setTarget(t, row, unit, random.nextNormal());
                    }
                }
            }
            batch.setLength(row, Math.min(steps, 1 + 2 * row));
        }
        return batch;
    }

    /** Normal states before the first step of every layer and direction. */
    public static void setInitialStates(Execution execution, RandomStream random) {
        int rows = execution.batch().rows();
        for (Chain chain : execution.network().chains()) {
            for (Quantity state : execution.network().cell().states()) {
                execution.setInitialState(
                        chain.site(state),
                        normals(random, rows, execution.network().hiddenSize()));
            }
        }
    }

    static Tensor normals(RandomStream random, int rows, int units) {
        double[] values = new double[rows * units];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextNormal();
        }
        return Tensor.of(values, rows, units);
    }
}
