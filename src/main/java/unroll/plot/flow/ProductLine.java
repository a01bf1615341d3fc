package unroll.plot.flow;

import java.awt.Graphics2D;
import java.util.List;
import unroll.analysis.JacobianSpectrum;
import unroll.analysis.JacobianSpectrum.Lag;
import unroll.core.model.Direction;
import unroll.debug.KnownVector;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.axis.Frame;
import unroll.plot.chart.Trail;

/**
 * The most that the steps between t and T, as they were, could leave of any gradient at T: the norm of their Jacobians'
 * product times the norm of the gradient at T. It lies between what was measured and what theory allows.
 *
 * @param direction of the layer
 * @param products measured
 * @param last the gradients of all states of the layer, h first
 */
record ProductLine(Direction direction, JacobianSpectrum products, List<KnownVector> last) {
    private static final double WIDTH = 1.4;

    static final Role ROLE = Role.MUTED;
    static final Dash DASH = Dash.DASH_DOT;

    /** T, or 1 in a layer that runs backwards. */
    private int lastStep() {
        return direction.finalStep(last.get(0).steps());
    }

    /** The norm over all states at the last step. */
    double start() {
        double square = 0;
        for (KnownVector vector : last) {
            square += vector.isKnown(lastStep()) ? Math.pow(vector.norm(lastStep()), 2) : 0;
        }
        return Math.sqrt(square);
    }

    boolean isKnown() {
        return last.get(0).isKnown(lastStep());
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        List<Lag> lags = products.lags();
        double start = start();
        Trail trail = new Trail(
                lags.size() + 1,
                i -> lastStep()
                        - (i == 0 ? 0 : direction.stride() * lags.get(i - 1).lag()),
                i -> i == 0 ? start : start * lags.get(i - 1).largest());
        trail.paint(g, frame, palette.color(ROLE), DASH.stroke(WIDTH));
    }
}
