package unroll.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The Jacobian of one time step, ∂(states at t)/∂(states at the step before in the layer's direction), for every step, or
 * the last ones to run, of one row.
 *
 * <p>A matrix's rows are the new states' units, its columns the old ones'; a cell with several states stacks them in
 * their order, h first.
 *
 * @param direction of the layer
 * @param firstStep the t of the first matrix
 * @param ofState matrices of shape [n, n], n the units of all states, of neighbouring steps with t ascending
 */
public record Jacobians(int hiddenSize, Direction direction, int firstStep, List<Tensor> ofState) {
    public Jacobians {
        ofState = List.copyOf(ofState);
    }

    /** Those of all steps of a layer that runs from t = 1 to T. */
    public static Jacobians of(Trace trace, int layer, int row) {
        return of(trace, new Chain(layer, Direction.FORWARD), row);
    }

    /** Those of all steps. */
    public static Jacobians of(Trace trace, Chain chain, int row) {
        return ofLast(trace.steps(), trace, chain, row);
    }

    /** Runs the cell's own backward lines with one unit gradient a copy, at the steps that the layer ran last. */
    public static Jacobians ofLast(int count, Trace trace, Chain chain, int row) {
        Network network = trace.network();
        List<Quantity> states = network.cell().states();
        int size = network.hiddenSize() * states.size();
        CellStep step = new CellStep(trace, chain, row, size);
        Map<Quantity, Tensor> unitGradients = unitGradients(states, network.hiddenSize());
        int firstStep = chain.direction() == Direction.FORWARD ? trace.steps() - count + 1 : 1;
        List<Tensor> matrices = new ArrayList<>();
        for (int t = firstStep; t < firstStep + count; t++) {
            if (network.packed() && t > trace.length(row)) {
                matrices.add(Matrices.tensor(SimpleMatrix.identity(size)));
                continue;
            }
            step.replay(t, size);
            step.pullBack(unitGradients);
            matrices.add(matrix(step, states, size));
        }
        return new Jacobians(network.hiddenSize(), chain.direction(), firstStep, matrices);
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

    /** How many steps there are matrices of. */
    public int count() {
        return ofState.size();
    }

    /** ∂h_t/∂h before, with the other states held fixed, of shape [H, H]. */
    public Tensor ofHidden(int t) {
        SimpleMatrix block = Matrices.simple(ofState(t)).extractMatrix(0, hiddenSize, 0, hiddenSize);
        return Matrices.tensor(block);
    }

    /** ∂(all states at t)/∂(all states at the step before). */
    public Tensor ofState(int t) {
        return ofState.get(t - firstStep);
    }

    /**
     * The Jacobian of the step that is so many steps before the last to run.
     *
     * @param lag from 1, the last step itself
     */
    Tensor atLag(int lag) {
        return ofState.get(direction == Direction.FORWARD ? count() - lag : lag - 1);
    }

    /** Singular values of a matrix, largest first. */
    public static Tensor singularValues(Tensor matrix) {
        double[] values = Matrices.singularValues(Matrices.simple(matrix));
        return Tensor.of(values, values.length);
    }

    /** The spectral norm of the product of all Jacobians from each step to the last to run, t ascending. */
    public Tensor productNorms() {
        double[] norms = new double[count()];
        SimpleMatrix product = null;
        for (int lag = 1; lag <= norms.length; lag++) {
            SimpleMatrix step = Matrices.simple(atLag(lag));
            product = product == null ? step : product.mult(step);
            norms[direction == Direction.FORWARD ? norms.length - lag : lag - 1] = Matrices.singularValues(product)[0];
        }
        return Tensor.of(norms, norms.length);
    }
}
