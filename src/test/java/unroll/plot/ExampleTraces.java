package unroll.plot;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import unroll.core.cell.Cell;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule;
import unroll.core.op.LossKind;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.plot.panel.Sample;

/** Small seeded networks and what they computed, for tests of painters. */
public final class ExampleTraces {
    private ExampleTraces() {}

    /** The English words of the painters. */
    public static Wording english() {
        return new Wording(ResourceBundle.getBundle("unroll.i18n.figure", Locale.ROOT));
    }

    /** A network whose loss, a mean square, is read at the last step. */
    public static Network network(Cell cell, int inputs, int hidden, int layers) {
        return network(cell, inputs, hidden, layers, LossSpec.atLast(LossKind.MSE));
    }

    public static Network network(Cell cell, int inputs, int hidden, int layers, LossSpec loss) {
        int outputs = loss.kind().classifies() ? 3 : 1;
        return Network.of(cell, inputs, hidden, outputs, loss).withLayers(layers);
    }

    /**
     * Runs a network on one sequence of noise.
     *
     * @param gain of the weights: matrices get standard deviation gain / √columns
     */
    public static Trace trace(Network network, int steps, double gain) {
        RandomStream random = new RandomStream(1);
        return Recorder.record(network, parameters(network, gain, random), batch(network, steps, random), Map.of());
    }

    /** The same sequence run with other parameters. */
    public static Trace withParameters(Trace trace, Parameters parameters) {
        RandomStream random = new RandomStream(1);
        parameters(trace.network(), 1, random);
        return Recorder.record(trace.network(), parameters, batch(trace.network(), trace.steps(), random), Map.of());
    }

    private static Parameters parameters(Network network, double gain, RandomStream random) {
        double[] weights = new double[network.parameters().size()];
        network.parameters().entries().forEach(entry -> {
            double scale = gain / Math.sqrt(Math.max(1, entry.columns()));
            for (int i = 0; i < entry.size(); i++) {
                weights[entry.offset() + i] = (entry.columns() == 0 ? 0.1 : scale) * random.nextNormal();
            }
        });
        return new Parameters(network.parameters(), Tensor.of(weights, weights.length));
    }

    private static Batch batch(Network network, int steps, RandomStream random) {
        Batch batch = new Batch(network, steps, 1);
        for (int t = 1; t <= steps; t++) {
            for (int unit = 0; unit < network.inputSize(); unit++) {
                batch.setInput(t, 0, unit, random.nextNormal());
            }
            setTarget(batch, network, t, random);
        }
        return batch;
    }

    private static void setTarget(Batch batch, Network network, int t, RandomStream random) {
        if (network.loss().kind().classifies()) {
            batch.setClass(t, 0, random.nextInt(network.outputSize()));
            return;
        }
        for (int unit = 0; unit < network.outputSize(); unit++) {
            batch.setTarget(t, 0, unit, random.nextNormal());
        }
    }

    /** A trace to be measured, followed by a step of gradient descent. */
    public static Sample sample(Trace trace) {
        return Sample.of(trace, UpdateRule.of(Sgd.torch()));
    }

    /** What is known after a share of the program's lines has run. */
    public static Knowledge at(Trace trace, double share) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        return new Knowledge(program, (int) Math.round(share * program.size()), trace);
    }

    /** What is known right after a line of the listing has run at a step, in the highest layer that has it. */
    public static Knowledge after(Trace trace, int line, int t) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        return new Knowledge(program, program.find(line, t).get(0).cursor(), trace);
    }
}
