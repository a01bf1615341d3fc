package unroll.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
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
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The Jacobian of one time step, ∂(states at t)/∂(states at t − 1), for every step of one row in one layer.
 *
 * <p>A matrix's rows are the new states' units, its columns the old ones'; a cell with several states stacks them in
 * their order, h first.
 *
 * @param ofState [T] matrices of shape [n, n], n the units of all states
 */
public record Jacobians(int hiddenSize, List<Tensor> ofState) {
    public Jacobians {
        ofState = List.copyOf(ofState);
    }

    /** The Jacobians of a layer that runs from t = 1 to T. */
    public static Jacobians of(Trace trace, int layer, int row) {
        return of(trace, new Chain(layer, Direction.FORWARD), row);
    }

    /** Runs the cell's own backward lines with one unit gradient a row. */
    public static Jacobians of(Trace trace, Chain chain, int row) {
        Network network = trace.network();
        Network one = oneLayer(network, chain.layer());
        Parameters parameters = parametersOf(trace, one, chain);
        int size = network.hiddenSize() * network.cell().states().size();
        Execution execution = Execution.of(one, parameters, new Batch(one, 1, size), Detail.TRAINING);
        List<Tensor> matrices = new ArrayList<>();
        for (int t = 1; t <= trace.steps(); t++) {
            place(trace, chain, t, row, execution);
            execution.forward();
            execution.pullBack(unitGradients(one, size));
            matrices.add(matrix(execution, size));
        }
        return new Jacobians(network.hiddenSize(), matrices);
    }

    private static Network oneLayer(Network network, int layer) {
        LossSpec loss = LossSpec.atLast(LossKind.MSE);
        return Network.of(network.cell(), network.inputWidth(layer), network.hiddenSize(), 1, loss)
                .withBias(network.bias());
    }

    private static Parameters parametersOf(Trace trace, Network one, Chain chain) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        one.parameters().entries().forEach(entry -> tensors.put(entry.name(), Tensor.zeros(entry.shape())));
        for (ParameterShape shape : one.cell().parameters(one.bias())) {
            String name = new Chain(0, Direction.FORWARD).parameterName(shape.name());
            tensors.put(name, trace.parameters().tensor(chain.parameterName(shape.name())));
        }
        return Parameters.of(one, tensors);
    }

    /** Gives every row of the one-step batch the traced row's input and previous states. */
    private static void place(Trace trace, Chain chain, int t, int row, Execution execution) {
        Batch batch = execution.batch();
        for (Section section : trace.network().inputOf(chain)) {
            for (int copy = 0; copy < batch.rows(); copy++) {
                for (int unit = 0; unit < section.width(); unit++) {
                    batch.setInput(1, copy, section.from() + unit, trace.value(section.site(), t, row, unit));
                }
            }
        }
        int before = t - chain.direction().stride();
        for (Quantity state : trace.network().cell().states()) {
            int units = trace.network().hiddenSize();
            double[] copies = new double[batch.rows() * units];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = trace.value(chain.site(state), before, row, i % units);
            }
            execution.setInitialState(new Site(0, state), Tensor.of(copies, batch.rows(), units));
        }
    }

    private static Map<Site, Tensor> unitGradients(Network one, int size) {
        int units = one.hiddenSize();
        Map<Site, Tensor> seeds = new LinkedHashMap<>();
        int first = 0;
        for (Quantity state : one.cell().states()) {
            double[] seed = new double[size * units];
            for (int unit = 0; unit < units; unit++) {
                seed[(first + unit) * units + unit] = 1;
            }
            seeds.put(new Site(0, state), Tensor.of(seed, size, units));
            first += units;
        }
        return seeds;
    }

    private static Tensor matrix(Execution execution, int size) {
        Network one = execution.network();
        int units = one.hiddenSize();
        double[] matrix = new double[size * size];
        int first = 0;
        for (Quantity state : one.cell().states()) {
            Buffer gradient = execution.gradients().get(new Site(0, state));
            for (int row = 0; row < size; row++) {
                System.arraycopy(gradient.data(), gradient.offset(0, row), matrix, row * size + first, units);
            }
            first += units;
        }
        return Tensor.of(matrix, size, size);
    }

    /** ∂h_t/∂h_{t−1} with the other states held fixed, of shape [H, H]. */
    public Tensor ofHidden(int t) {
        SimpleMatrix block = simple(ofState.get(t - 1)).extractMatrix(0, hiddenSize, 0, hiddenSize);
        return tensor(block);
    }

    /** ∂(all states at t)/∂(all states at t − 1). */
    public Tensor ofState(int t) {
        return ofState.get(t - 1);
    }

    /** Singular values of a matrix, largest first. */
    public static Tensor singularValues(Tensor matrix) {
        double[] values = simple(matrix).svd().getSingularValues();
        return Tensor.of(values, values.length);
    }

    /** The spectral norm of J_T J_{T−1} … J_t for every t, index t − 1. */
    public Tensor productNorms() {
        double[] norms = new double[ofState.size()];
        SimpleMatrix product = null;
        for (int t = ofState.size(); t >= 1; t--) {
            SimpleMatrix step = simple(ofState.get(t - 1));
            product = product == null ? step : product.mult(step);
            norms[t - 1] = product.svd().getSingularValues()[0];
        }
        return Tensor.of(norms, norms.length);
    }

    private static SimpleMatrix simple(Tensor matrix) {
        return new SimpleMatrix(matrix.extent(0), matrix.extent(1), true, matrix.toArray());
    }

    private static Tensor tensor(SimpleMatrix matrix) {
        double[] values = new double[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i / matrix.getNumCols(), i % matrix.getNumCols());
        }
        return Tensor.of(values, matrix.getNumRows(), matrix.getNumCols());
    }
}
