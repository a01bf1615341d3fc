package unroll.plot.lanes;

import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Extent;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.core.trace.Track;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.debug.UnitName;

/**
 * One quantity over time, or the gradient of the loss with respect to it.
 *
 * @param id its name in watches and files, such as {@code h}, {@code a.i}, {@code dc@2} in the second layer
 * @param tex its symbol
 * @param site the vector
 * @param block the gate's block of the vector, or {@link VectorRef#WHOLE}
 * @param color how numbers become colours; gradients are those on the logarithmic scale
 * @param shownAtFirst whether it stands under the stage until the user chooses
 */
public record Lane(String id, String tex, Site site, int block, LaneColor color, boolean shownAtFirst) {
    /** The lane of a vector's values; in a network of several layers it says which. */
    public static Lane values(Network network, Site site, int block, boolean shownAtFirst) {
        VectorRef vector = new VectorRef(site.quantity(), 0, block);
        LaneColor color = LaneColor.of(site.quantity().scale());
        return new Lane(vector.id() + site.mark(), letter(network, vector, site), site, block, color, shownAtFirst);
    }

    /** The lane of ∂L/∂ a vector. */
    public static Lane gradient(Network network, Site site, int block, boolean shownAtFirst) {
        VectorRef vector = new VectorRef(site.quantity(), 0, block);
        String tex = "\\partial L/\\partial " + letter(network, vector, site);
        return new Lane("d" + vector.id() + site.mark(), tex, site, block, LaneColor.LOG_MAGNITUDE, shownAtFirst);
    }

    private static String letter(Network network, VectorRef vector, Site site) {
        String letter = vector.quantity().tex();
        String gate = vector.block() == VectorRef.WHOLE
                ? ""
                : vector.quantity().blocks().get(vector.block());
        String layer = UnitName.layerTex(network, site);
        if (gate.isEmpty() && layer.isEmpty()) {
            return letter;
        }
        // a letter like a^n brings a superscript of its own
        return letter.contains("^") ? letter.replace("^", "^{") + layer + "}" : letter + "^{" + gate + layer + "}";
    }

    public boolean isGradient() {
        return color == LaneColor.LOG_MAGNITUDE;
    }

    /** The number of rows of its heat map. */
    public int units(Network network) {
        int all = network.width(Math.max(0, site.layer()), site.quantity());
        return block == VectorRef.WHOLE ? all : all / site.quantity().blockCount();
    }

    /** Where its first unit lies in the vector. */
    public int firstUnit(Network network) {
        return block == VectorRef.WHOLE ? 0 : block * units(network);
    }

    /** Whether a number stands in it. */
    public boolean holds(Network network, UnitTarget target) {
        int unit = target.unit() - firstUnit(network);
        return isGradient() == target.gradient() && site.equals(target.site()) && unit >= 0 && unit < units(network);
    }

    /** What is known of the whole vector. */
    public KnownVector vector(Knowledge knowledge, int row) {
        return isGradient() ? knowledge.gradients(site, row) : knowledge.values(site, row);
    }

    /** The largest finite magnitude of one row; outputs are seen beside their targets, so these count too. */
    double largest(Knowledge knowledge, int row) {
        Trace trace = knowledge.trace();
        Track track = trace.valueTrack(site, row);
        int from = firstUnit(trace.network());
        int to = from + units(trace.network());
        boolean hasTargets = isComparedWithTarget(trace.network());
        double largest = 0;
        for (int t = 0; t <= trace.steps(); t++) {
            boolean read = hasTargets && t > 0 && trace.hasLossAt(t);
            for (int unit = from; unit < to; unit++) {
                largest = larger(largest, track.at(t, unit));
                largest = read ? larger(largest, trace.target(t, row, unit)) : largest;
            }
        }
        return largest;
    }

    private boolean isComparedWithTarget(Network network) {
        boolean output = site.isHead() && site.quantity().extent() == Extent.OUTPUT;
        return output && !network.loss().kind().classifies();
    }

    private static double larger(double largest, double value) {
        double magnitude = Math.abs(value);
        return magnitude > largest && magnitude < Double.POSITIVE_INFINITY ? magnitude : largest;
    }
}
