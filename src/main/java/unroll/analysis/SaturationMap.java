package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * How much of each activation of one layer stands in its flat part, step by step, and how its slopes are spread over all
 * steps. Activations without a flat part, such as the identity, are left out.
 *
 * @param chain the layer and its direction
 * @param row of the traced batch
 * @param gates in the order of the cell's lines
 */
public record SaturationMap(Chain chain, int row, List<Gate> gates) {
    /** The number of bars of each histogram. */
    public static final int BINS = 20;

    /**
     * One activation: a gate, or a state that comes out of one.
     *
     * @param site what it gives
     * @param low share of the units that are flat at its lower end (a gate that is closed), index t − 1
     * @param high share of the units that are flat at its upper end (a gate that is open), index t − 1
     * @param slopes share of all units and steps whose slope lies in each of {@link #BINS} equal parts of 0 … γ
     */
    public record Gate(Site site, Activation function, Tensor low, Tensor high, Tensor slopes) {
        /** The share of flat units at a step, at either end. */
        public double flat(int t) {
            return low.at(t - 1) + high.at(t - 1);
        }
    }

    public SaturationMap {
        gates = List.copyOf(gates);
    }

    /** Measures one row of a trace. */
    public static SaturationMap of(Trace trace, Chain chain, int row) {
        Network network = trace.network();
        List<Gate> gates = new ArrayList<>();
        for (Equation line : network.cellLines(chain.layer())) {
            if (line.op() instanceof Op.Activate activate && activate.function() != Activation.IDENTITY) {
                Site site = chain.site(line.target().quantity());
                gates.add(gate(trace, site, row, activate.function()));
            }
        }
        return new SaturationMap(chain, row, gates);
    }

    private static Gate gate(Trace trace, Site site, int row, Activation function) {
        int units = trace.width(site);
        int steps = trace.steps();
        double[] low = new double[steps];
        double[] high = new double[steps];
        double[] slopes = new double[BINS];
        double largest = function.largestSlope();
        double middle = function.value(0);
        for (int t = 1; t <= steps; t++) {
            for (int unit = 0; unit < units; unit++) {
                double value = trace.value(site, t, row, unit);
                double slope = function.slope(value);
                if (slope < Saturation.FLAT * largest) {
                    (value > middle ? high : low)[t - 1]++;
                }
                // NaN falls into no bar
                if (slope >= 0) {
                    slopes[(int) Math.min(BINS - 1, slope / largest * BINS)]++;
                }
            }
        }
        return new Gate(
                site,
                function,
                Tensor.of(low, steps).times(1.0 / units),
                Tensor.of(high, steps).times(1.0 / units),
                Tensor.of(slopes, BINS).times(1.0 / (units * steps)));
    }
}
