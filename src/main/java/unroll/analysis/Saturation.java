package unroll.analysis;

import java.util.OptionalInt;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;

/** How many units stand in the flat part of their activation, where hardly any gradient passes. */
public final class Saturation {
    /** The share of the largest slope below which a unit counts as flat; for tanh, |h| above 0.95. */
    public static final double FLAT = 0.1;

    private Saturation() {}

    /**
     * The units of a plain cell's state whose slope is below {@link #FLAT} of the largest; empty for a cell whose state
     * does not come out of one activation.
     */
    public static OptionalInt flatUnits(Trace trace, Chain chain, int t, int row) {
        if (!(trace.network().cell() instanceof Rnn rnn)) {
            return OptionalInt.empty();
        }
        Activation activation = rnn.activation();
        Site h = chain.site(rnn.output());
        int flat = 0;
        for (int unit = 0; unit < trace.network().hiddenSize(); unit++) {
            double slope = activation.slope(trace.value(h, t, row, unit));
            flat += slope < FLAT * activation.largestSlope() ? 1 : 0;
        }
        return OptionalInt.of(flat);
    }
}
