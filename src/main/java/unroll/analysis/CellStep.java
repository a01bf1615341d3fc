package unroll.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * One layer's cell at one time step, run forwards and backwards by the cell's own lines for many copies of a traced row
 * at a time: a gradient, or a starting point, for each copy.
 */
final class CellStep {
    private final Trace trace;
    private final int layer;
    private final int row;
    private final Execution execution;

    /**
     * Room for a number of copies.
     *
     * @param layer from 0
     * @param row of the traced batch
     */
    CellStep(Trace trace, int layer, int row, int copies) {
        this.trace = trace;
        this.layer = layer;
        this.row = row;
        Network one = oneLayer(trace.network(), layer);
        this.execution = Execution.of(one, parametersOf(trace, one, layer), new Batch(one, 1, copies), Detail.TRAINING);
    }

    private static Network oneLayer(Network network, int layer) {
        LossSpec loss = LossSpec.atLast(LossKind.MSE);
        return new Network(
                network.cell(), network.inputWidth(layer), network.hiddenSize(), 1, 1, network.bias(), loss, false);
    }

    private static Parameters parametersOf(Trace trace, Network one, int layer) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        one.parameters().entries().forEach(entry -> {
            String name = entry.name().replace("_l0", "_l" + layer);
            boolean head = entry.layer() == Site.HEAD;
            tensors.put(
                    entry.name(),
                    head ? Tensor.zeros(entry.shape()) : trace.parameters().tensor(name));
        });
        return Parameters.of(one, tensors);
    }

    /** Runs the step from t − 1 to t of the traced row, the same in every copy. */
    void replay(int t, int copies) {
        execution.batch().resize(1, copies);
        Site input = trace.network().site(layer, Quantity.INPUT);
        double[] x = new double[trace.width(input)];
        for (int unit = 0; unit < x.length; unit++) {
            x[unit] = trace.value(input, t, row, unit);
        }
        setInput(x);
        for (Quantity state : trace.network().cell().states()) {
            int units = trace.network().hiddenSize();
            double[] values = new double[copies * units];
            for (int i = 0; i < values.length; i++) {
                values[i] = trace.value(new Site(layer, state), t - 1, row, i % units);
            }
            setState(state, Tensor.of(values, copies, units));
        }
        execution.forward();
    }

    /** Runs the step from states of our choice, one a copy, of a cell with one state. */
    Tensor run(double[] x, Tensor states) {
        int copies = states.extent(0);
        execution.batch().resize(1, copies);
        setInput(x);
        Quantity state = trace.network().cell().output();
        setState(state, states);
        execution.forward();
        return copy(execution.values().get(new Site(0, state)), 1, copies);
    }

    private void setInput(double[] x) {
        for (int copy = 0; copy < execution.batch().rows(); copy++) {
            for (int unit = 0; unit < x.length; unit++) {
                execution.batch().setInput(1, copy, unit, x[unit]);
            }
        }
    }

    private void setState(Quantity state, Tensor values) {
        execution.setInitialState(new Site(0, state), values);
    }

    /**
     * Takes gradients of the states at t back through the step.
     *
     * @param seeds for each state, of shape [copies, H]
     */
    void pullBack(Map<Quantity, Tensor> seeds) {
        Map<Site, Tensor> placed = new LinkedHashMap<>();
        seeds.forEach((state, seed) -> placed.put(new Site(0, state), seed));
        execution.pullBack(placed);
    }

    /** The gradient that came to a vector at t, of shape [copies, units]. */
    Tensor gradientNow(Quantity quantity) {
        return copy(gradients(quantity), 1, execution.batch().rows());
    }

    /** The gradient that came to a state at t − 1, of shape [copies, H]. */
    Tensor gradientBefore(Quantity state) {
        return copy(gradients(state), 0, execution.batch().rows());
    }

    private Buffer gradients(Quantity quantity) {
        return execution.gradients().get(new Site(0, quantity));
    }

    private static Tensor copy(Buffer buffer, int slot, int rows) {
        double[] values = new double[rows * buffer.width()];
        System.arraycopy(buffer.data(), buffer.offset(slot, 0), values, 0, values.length);
        return Tensor.of(values, rows, buffer.width());
    }
}
