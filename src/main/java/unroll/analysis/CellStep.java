package unroll.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.cell.ParameterShape;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Chain;
import unroll.core.model.Detail;
import unroll.core.model.Direction;
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
 * The cell of one layer and direction at one time step, run forwards and backwards by the cell's own lines for many
 * copies of a traced row at a time: a gradient, or a starting point, for each copy.
 */
final class CellStep {
    private static final Chain ONLY = new Chain(0, Direction.FORWARD);

    private final Trace trace;
    private final Chain chain;
    private final int row;
    private final ChainInput input;
    private final Execution execution;

    /**
     * Room for a number of copies.
     *
     * @param row of the traced batch
     */
    CellStep(Trace trace, Chain chain, int row, int copies) {
        this.trace = trace;
        this.chain = chain;
        this.row = row;
        this.input = new ChainInput(trace, chain);
        Network one = oneLayer(trace.network(), chain.layer());
        this.execution = Execution.of(one, parametersOf(trace, one, chain), new Batch(one, 1, copies), Detail.TRAINING);
    }

    /** The cell alone, which reads what dropout left of the input. */
    private static Network oneLayer(Network network, int layer) {
        LossSpec loss = LossSpec.atLast(LossKind.MSE);
        return Network.of(network.cell(), network.inputWidth(layer), network.hiddenSize(), 1, loss)
                .withBias(network.bias());
    }

    private static Parameters parametersOf(Trace trace, Network one, Chain chain) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        one.parameters().entries().forEach(entry -> tensors.put(entry.name(), Tensor.zeros(entry.shape())));
        for (ParameterShape shape : one.cell().parameters(one.bias())) {
            tensors.put(ONLY.parameterName(shape.name()), trace.parameters().tensor(chain.parameterName(shape.name())));
        }
        return Parameters.of(one, tensors);
    }

    /** Runs the step of the traced row that ends at t, the same in every copy. */
    void replay(int t, int copies) {
        execution.batch().resize(1, copies);
        setInput(input.at(t, row));
        int before = t - chain.direction().stride();
        for (Quantity state : trace.network().cell().states()) {
            int units = trace.network().hiddenSize();
            double[] values = new double[copies * units];
            for (int i = 0; i < values.length; i++) {
                values[i] = trace.value(chain.site(state), before, row, i % units);
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
        return copy(execution.values().get(ONLY.site(state)), 1, copies);
    }

    private void setInput(double[] x) {
        for (int copy = 0; copy < execution.batch().rows(); copy++) {
            for (int unit = 0; unit < x.length; unit++) {
                execution.batch().setInput(1, copy, unit, x[unit]);
            }
        }
    }

    private void setState(Quantity state, Tensor values) {
        execution.setInitialState(ONLY.site(state), values);
    }

    /**
     * Takes gradients of vectors at t back through the step.
     *
     * @param seeds of shape [copies, units] each
     */
    void pullBack(Map<Quantity, Tensor> seeds) {
        Map<Site, Tensor> placed = new LinkedHashMap<>();
        seeds.forEach((quantity, seed) -> placed.put(ONLY.site(quantity), seed));
        execution.pullBack(placed);
    }

    /** The gradient that came to a vector at t, of shape [copies, units]. */
    Tensor gradientNow(Quantity quantity) {
        return copy(gradients(quantity), 1, execution.batch().rows());
    }

    /** The gradient that came to a state at the step before, of shape [copies, H]. */
    Tensor gradientBefore(Quantity state) {
        return copy(gradients(state), 0, execution.batch().rows());
    }

    /** ∂h_t/∂x_t of the traced row's step, of shape [H, I]; needs a copy for each unit. */
    Tensor inputJacobian(int t) {
        int units = trace.network().hiddenSize();
        double[] seeds = new double[units * units];
        for (int unit = 0; unit < units; unit++) {
            seeds[unit * units + unit] = 1;
        }
        replay(t, units);
        pullBack(Map.of(trace.network().cell().output(), Tensor.of(seeds, units, units)));
        return gradientNow(Quantity.INPUT);
    }

    /** The gradient that came to the input before dropout, of shape [copies, units]. */
    double[] inputGradient(int t) {
        double[] gradient = gradientNow(Quantity.INPUT).toArray();
        input.mask(gradient, t, row);
        return gradient;
    }

    private Buffer gradients(Quantity quantity) {
        return execution.gradients().get(ONLY.site(quantity));
    }

    private static Tensor copy(Buffer buffer, int slot, int rows) {
        double[] values = new double[rows * buffer.width()];
        System.arraycopy(buffer.data(), buffer.offset(slot, 0), values, 0, values.length);
        return Tensor.of(values, rows, buffer.width());
    }
}
