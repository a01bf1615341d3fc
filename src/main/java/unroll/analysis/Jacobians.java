package unroll.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import unroll.core.model.Network;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The Jacobian of one time step, ∂(states at t)/∂(states at t − 1), for every step, or the last ones, of one row in one
 * layer.
 *
 * <p>A matrix's rows are the new states' units, its columns the old ones'; a cell with several states stacks them in
 * their order, h first.
 *
 * @param firstStep the t of the first matrix
 * @param ofState matrices of shape [n, n], n the units of all states, up to that of step T
 */
public record Jacobians(int hiddenSize, int firstStep, List<Tensor> ofState) {
    public Jacobians {
        ofState = List.copyOf(ofState);
    }

    /** Those of all steps. */
    public static Jacobians of(Trace trace, int layer, int row) {
        return from(1, trace, layer, row);
    }

    /** Runs the cell's own backward lines with one unit gradient a copy, at the steps from {@code firstStep} to T. */
    public static Jacobians from(int firstStep, Trace trace, int layer, int row) {
        Network network = trace.network();
        List<Quantity> states = network.cell().states();
        int size = network.hiddenSize() * states.size();
        CellStep step = new CellStep(trace, layer, row, size);
        Map<Quantity, Tensor> unitGradients = unitGradients(states, network.hiddenSize());
        List<Tensor> matrices = new ArrayList<>();
        for (int t = firstStep; t <= trace.steps(); t++) {
            if (network.packed() && t > trace.length(row)) {
                matrices.add(Matrices.tensor(SimpleMatrix.identity(size)));
                continue;
            }
            step.replay(t, size);
            step.pullBack(unitGradients);
            matrices.add(matrix(step, states, size));
        }
        return new Jacobians(network.hiddenSize(), firstStep, matrices);
    }

    private static Map<Quantity, Tensor> unitGradients(List<Quantity> states, int units) {
        int size = states.size() * units;
        Map<Quantity, Tensor> seeds = new LinkedHashMap<>();
        int first = 0;
        for (Quantity state : states) {
            double[] seed = new double[size * units];
            for (int unit = 0; unit < units; unit++) {
                seed[(first + unit) * units + unit] = 1;
            }
            seeds.put(state, Tensor.of(seed, size, units));
            first += units;
        }
        return seeds;
    }

    private static Tensor matrix(CellStep step, List<Quantity> states, int size) {
        int units = size / states.size();
        double[] matrix = new double[size * size];
        int first = 0;
        for (Quantity state : states) {
            Tensor gradient = step.gradientBefore(state);
            for (int row = 0; row < size; row++) {
                for (int unit = 0; unit < units; unit++) {
                    matrix[row * size + first + unit] = gradient.at(row, unit);
                }
            }
            first += units;
        }
        return Tensor.of(matrix, size, size);
    }

    /** ∂h_t/∂h_{t−1} with the other states held fixed, of shape [H, H]. */
    public Tensor ofHidden(int t) {
        SimpleMatrix block = Matrices.simple(ofState(t)).extractMatrix(0, hiddenSize, 0, hiddenSize);
        return Matrices.tensor(block);
    }

    /** ∂(all states at t)/∂(all states at t − 1). */
    public Tensor ofState(int t) {
        return ofState.get(t - firstStep);
    }

    /** Singular values of a matrix, largest first. */
    public static Tensor singularValues(Tensor matrix) {
        double[] values = Matrices.singularValues(Matrices.simple(matrix));
        return Tensor.of(values, values.length);
    }

    /** The spectral norm of J_T J_{T−1} … J_t for every t, the first step's first. */
    public Tensor productNorms() {
        double[] norms = new double[ofState.size()];
        SimpleMatrix product = null;
        for (int i = norms.length - 1; i >= 0; i--) {
            SimpleMatrix step = Matrices.simple(ofState.get(i));
            product = product == null ? step : product.mult(step);
            norms[i] = Matrices.singularValues(product)[0];
        }
        return Tensor.of(norms, norms.length);
    }
}
