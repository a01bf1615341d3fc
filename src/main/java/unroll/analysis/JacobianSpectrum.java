package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * How much the last k steps together stretch a small change of the states, in each direction: the singular values of
 * J_T J_{T−1} … J_{T−k+1} for lags k, and of J_1 J_2 … J_k in a layer that runs backwards.
 *
 * @param direction of the layer
 * @param lags from the shortest to the longest
 */
public record JacobianSpectrum(Direction direction, List<Lag> lags) {
    /** Up to so many lags are decomposed; of more, evenly chosen ones. */
    public static final int MOST_LAGS = 60;

    /** Multiplications for all products together: beyond it only the last steps are multiplied. */
    private static final double MOST_MULTIPLICATIONS = 3e9;

    /** The smallest part of the largest singular value that a product of rounded numbers still tells. */
    private static final double ROUNDING = 0x1p-52;

    /**
     * One product.
     *
     * @param lag k, the number of factors
     * @param singularValues largest first; NaN where the product is not finite
     */
    public record Lag(int lag, Tensor singularValues) {
        /** The number of singular values above the noise of rounding, which drowns those far below the largest. */
        public int resolved() {
            double floor = singularValues.size() * ROUNDING * singularValues.at(0);
            int count = 0;
            while (count < singularValues.size() && singularValues.at(count) > floor) {
                count++;
            }
            return count;
        }

        public double largest() {
            return singularValues.at(0);
        }
    }

    public JacobianSpectrum {
        lags = List.copyOf(lags);
    }

    /** Measures one row of a trace in one layer, back to the first step unless that is too long a way for large cells. */
    public static JacobianSpectrum of(Trace trace, Chain chain, int row) {
        double size = trace.network().hiddenSize()
                * (double) trace.network().cell().states().size();
        int lags = (int) Math.max(1, Math.min(trace.steps(), MOST_MULTIPLICATIONS / (size * size * size)));
        return of(Jacobians.ofLast(lags, trace, chain, row));
    }

    /** Multiplies the steps' Jacobians from the last backwards. */
    static JacobianSpectrum of(Jacobians jacobians) {
        int steps = jacobians.count();
        int shown = Math.min(steps, MOST_LAGS);
        List<Lag> lags = new ArrayList<>();
        SimpleMatrix product = null;
        for (int lag = 1; lag <= steps; lag++) {
            SimpleMatrix step = Matrices.simple(jacobians.atLag(lag));
            product = product == null ? step : product.mult(step);
            if (lag * shown / steps > (lag - 1) * shown / steps) {
                double[] values = Matrices.singularValues(product);
                lags.add(new Lag(lag, Tensor.of(values, values.length)));
            }
        }
        return new JacobianSpectrum(jacobians.direction(), lags);
    }
}
