package unroll.check;

import java.util.ArrayList;
import java.util.List;
import unroll.check.Comparison.Measure;
import unroll.check.Comparison.Rule;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.RandomStream;

/**
 * Every parameter's gradient against the slope of the loss, measured by moving that parameter: of networks with random
 * weights, inputs and targets.
 *
 * @param networks of the same cell
 */
public record SlopeCheck(String name, List<Network> networks) implements NumberCheck {
    /** A slope from four points is good to about 12 digits of the loss. */
    private static final Rule RULE = new Rule(Measure.GRADIENT, 1e-8);

    private static final int STEPS = 4;
    private static final int ROWS = 2;
    private static final int SHORT_ROW = 2;
    private static final double SPREAD = 0.5;

    /** Short enough to step over no kink of a relu. */
    private static final double STEP = 3e-4;

    private static final int SEED = 7;

    public SlopeCheck {
        networks = List.copyOf(networks);
    }

    /** One layer and two, in one direction and in both, every place of the loss, rows of one length and of several. */
    static List<Network> structures(Cell cell) {
        List<LossSpec> losses = List.of(
                LossSpec.atLast(LossKind.MSE),
                LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN),
                LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.VALID),
                new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM));
        List<Network> networks = new ArrayList<>();
        for (LossSpec loss : losses) {
            Network single = Network.of(cell, 2, 3, 2, loss);
            networks.add(single);
            networks.add(single.withLayers(2).withPacked(true));
            networks.add(single.withLayers(2).inBothDirections().withPacked(true));
        }
        return networks;
    }

    /** The head that reads the input too. */
    static List<Network> withSkipOutput() {
        LossSpec loss = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM);
        Network single = Network.of(new Rnn(Activation.TANH), 2, 3, 2, loss).withHead(Head.SKIP_SIGMOID, loss);
        return List.of(single, single.withLayers(2));
    }

    /** The cell without non-linearity, whose log-probabilities read the state before. */
    static List<Network> concat() {
        LossSpec every = LossSpec.atEvery(LossKind.NLL, LossSpec.OverTime.SUM);
        LossSpec last = LossSpec.atLast(LossKind.NLL);
        return List.of(concat(every), concat(last));
    }

    private static Network concat(LossSpec loss) {
        return new Network(new Concat(), new Sizes(2, 3, 2), Stack.SINGLE, BiasMode.SINGLE, Head.LOG_SOFTMAX, loss);
    }

    @Override
    public Deviation run() {
        Comparison comparison = new Comparison();
        networks.forEach(network -> compare(network, comparison));
        return comparison.worst();
    }

    private static void compare(Network network, Comparison comparison) {
        RandomStream random = new RandomStream(SEED);
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = SPREAD * random.nextNormal();
        }
        double[] gradient = new double[weights.length];
        Batch batch = batch(network, random);
        Execution execution = new Execution(new Execution.Binding(network, batch, weights, gradient, Detail.TRAINING));
        execution.forward();
        execution.backward();
        for (Entry entry : network.parameters().entries()) {
            double[] slopes = new double[entry.size()];
            double[] derivatives = new double[entry.size()];
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] = slope(execution, weights, entry.offset() + i);
                derivatives[i] = gradient[entry.offset() + i];
            }
            comparison.compare("∂L/∂" + entry.name() + " of " + describe(network), derivatives, slopes, RULE);
        }
    }

    /** The slope of the polynomial through four points: its error falls with the fourth power of the step. */
    private static double slope(Execution execution, double[] weights, int index) {
        double near = difference(execution, weights, index, STEP);
        double far = difference(execution, weights, index, 2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double difference(Execution execution, double[] weights, int index, double step) {
        double held = weights[index];
        weights[index] = held + step;
        double above = execution.forward();
        weights[index] = held - step;
        double below = execution.forward();
        weights[index] = held;
        return above - below;
    }

    private static String describe(Network network) {
        return network.layers()
                + (network.layers() == 1 ? " layer, " : " layers, ")
                + network.loss().kind().id()
                + (network.packed() ? ", packed" : "");
    }

    private static Batch batch(Network network, RandomStream random) {
        Batch batch = new Batch(network, STEPS, ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int t = 1; t <= STEPS; t++) {
                for (int unit = 0; unit < network.inputSize(); unit++) {
                    batch.setInput(t, row, unit, random.nextNormal());
                }
                setTarget(network, random, batch, t, row);
            }
        }
        batch.setLength(0, SHORT_ROW);
        return batch;
    }

    private static void setTarget(Network network, RandomStream random, Batch batch, int t, int row) {
        if (network.loss().kind().classifies()) {
            batch.setClass(t, row, random.nextInt(network.outputSize()));
            return;
        }
        for (int unit = 0; unit < network.outputSize(); unit++) {
            batch.setTarget(t, row, unit, random.nextNormal());
        }
    }
}
