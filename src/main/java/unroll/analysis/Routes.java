package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The routes by which the states of a layer at one step act on those of the layer above it at a later one: along the lower
 * layer to some step, up there, and on along the upper layer. Their Jacobians add up to that of the whole. For cells with
 * one state.
 *
 * @param first the step at which all routes begin
 * @param along matrices of shape [H, H], by the step at which the route goes up, from first on
 */
public record Routes(int first, List<Tensor> along) {
    public Routes {
        along = List.copyOf(along);
    }

    /**
     * Those from a layer to the one above it, both running from t = 1 to T, at the last step.
     *
     * @param lower the layer in which they begin
     * @param first the step at which they begin, from 1
     */
    public static Routes of(Trace trace, int lower, int first, int row) {
        List<SimpleMatrix> below = steps(trace, lower, row);
        List<SimpleMatrix> above = steps(trace, lower + 1, row);
        List<Tensor> along = new ArrayList<>();
        for (int up = first; up <= trace.steps(); up++) {
            SimpleMatrix route = upward(trace, lower + 1, up, row);
            for (int t = up; t > first; t--) {
                route = route.mult(below.get(t - 1));
            }
            for (int t = up + 1; t <= trace.steps(); t++) {
                route = above.get(t - 1).mult(route);
            }
            along.add(Matrices.tensor(route));
        }
        return new Routes(first, along);
    }

    /** ∂h_t/∂h_{t−1} of a layer, t ascending. */
    private static List<SimpleMatrix> steps(Trace trace, int layer, int row) {
        return Jacobians.of(trace, layer, row).ofState().stream()
                .map(Matrices::simple)
                .toList();
    }

    /** ∂h_t/∂x_t of a layer, where x is the state of the one below. */
    private static SimpleMatrix upward(Trace trace, int layer, int t, int row) {
        int units = trace.network().hiddenSize();
        CellStep step = new CellStep(trace, new Chain(layer, Direction.FORWARD), row, units);
        return Matrices.simple(step.inputJacobian(t));
    }

    /** How many there are. */
    public int count() {
        return along.size();
    }

    /**
     * The largest stretch of one of them.
     *
     * @param up the step at which it goes up
     */
    public double stretch(int up) {
        return Matrices.singularValues(Matrices.simple(along.get(up - first)))[0];
    }

    /** ∂h_T of the upper layer by ∂h of the lower one at the first step: the sum over all routes. */
    public Tensor total() {
        SimpleMatrix sum = Matrices.simple(along.get(0));
        for (Tensor route : along.subList(1, along.size())) {
            sum = sum.plus(Matrices.simple(route));
        }
        return Matrices.tensor(sum);
    }

    /** The largest stretch of all routes together. */
    public double totalStretch() {
        return Matrices.singularValues(Matrices.simple(total()))[0];
    }
}
