package unroll.check;

import java.util.List;
import unroll.check.Comparison.Measure;
import unroll.check.Comparison.Rule;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
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
    private static final double STEP = 1e-4;

    private static final int SEED = 7;

    public SlopeCheck {
        networks = List.copyOf(networks);
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
