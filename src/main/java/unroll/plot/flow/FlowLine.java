package unroll.plot.flow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import unroll.core.model.Site;
import unroll.debug.Completeness;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.axis.Frame;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;

/**
 * The norms of one state's gradient over the steps.
 *
 * @param site the state
 * @param id its name in files, such as {@code dh} or {@code dc@2}
 * @param tex its symbol
 * @param gradient what is known of it
 * @param role its colour
 * @param dash its pattern
 */
record FlowLine(Site site, String id, String tex, KnownVector gradient, Role role, Dash dash) {
    private static final double DOT = 5;
    private static final double WIDTH = 2;

    /** Dots stand at least so far apart, px. */
    private static final double DOT_DISTANCE = 9;

    String caption() {
        return "$\\|" + tex + "_t\\|$";
    }

    /**
     * The line of a state.
     *
     * @param state a state's site
     * @param knowledge of the trace
     * @param row of the traced batch
     */
    static FlowLine of(Site state, Knowledge knowledge, int row, Role role, Dash dash) {
        Lane lane = LaneList.of(knowledge.trace().network()).lanes().stream()
                .filter(each -> each.isGradient() && each.site().equals(state))
                .findFirst()
                .orElseThrow();
        return new FlowLine(state, lane.id(), lane.tex(), knowledge.gradients(state, row), role, dash);
    }

    /** Of a state of a layer that runs backwards, T + 1 is one too. */
    private int slots() {
        return gradient.steps() + 2;
    }

    /** The last step, or the one before it is known if that is all, at which the line has a place; below 0 for none. */
    int lastPlace() {
        int t = slots() - 1;
        while (t >= 0 && !hasPlace(t)) {
            t--;
        }
        return t;
    }

    /** Whether the norm at a step has a place on the scale or beyond one of its ends. */
    boolean hasPlace(int t) {
        return gradient.isKnown(t) && !Double.isNaN(gradient.norm(t));
    }

    /** Px from the top; what lies beyond the scale is put at its end. */
    double y(Frame frame, int t) {
        return frame.yOf(
                Math.max(frame.y().range().low(), Math.min(frame.y().range().high(), gradient.norm(t))));
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        Color color = palette.color(role());
        g.setColor(color);
        g.setStroke(dash().stroke(WIDTH));
        g.draw(path(frame));
        double pitch = frame.plot().width() / Math.max(1, gradient.steps());
        boolean roomForDots = pitch >= DOT_DISTANCE;
        int everyTriangle = (int) Math.max(1, Math.ceil(DOT_DISTANCE / pitch));
        for (int t = 0; t < slots(); t++) {
            if (!hasPlace(t)) {
                continue;
            }
            double norm = gradient.norm(t);
            boolean above = norm > frame.y().range().high();
            if (above || norm < frame.y().range().low()) {
                if (t % everyTriangle == 0) {
                    g.setColor(color);
                    g.fill(triangle(frame, t, above));
                }
            } else if (gradient.completeness(t) == Completeness.PARTIAL) {
                paintHollowDot(g, frame, t, palette);
            } else if (roomForDots) {
                g.setColor(color);
                g.fill(dot(frame, t));
            }
        }
    }

    private Path2D path(Frame frame) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int t = 0; t < slots(); t++) {
            boolean seen = hasPlace(t);
            if (seen && pen) {
                path.lineTo(frame.xOf(t), y(frame, t));
            } else if (seen) {
                path.moveTo(frame.xOf(t), y(frame, t));
            }
            pen = seen;
        }
        return path;
    }

    private Ellipse2D dot(Frame frame, int t) {
        return new Ellipse2D.Double(frame.xOf(t) - DOT / 2, y(frame, t) - DOT / 2, DOT, DOT);
    }

    /** A part of the sum only. */
    private void paintHollowDot(Graphics2D g, Frame frame, int t, Palette palette) {
        Ellipse2D ring = dot(frame, t);
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(ring);
        g.setColor(palette.color(role()));
        g.setStroke(Dash.SOLID.stroke(WIDTH));
        g.draw(ring);
    }

    private Path2D triangle(Frame frame, int t, boolean upwards) {
        double x = frame.xOf(t);
        double y = y(frame, t);
        double tip = upwards ? y - DOT : y + DOT;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - DOT / 2, y);
        triangle.lineTo(x + DOT / 2, y);
        triangle.lineTo(x, tip);
        triangle.closePath();
        return triangle;
    }
}
