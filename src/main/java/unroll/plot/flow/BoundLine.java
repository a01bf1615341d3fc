package unroll.plot.flow;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import unroll.analysis.GradientFlow;
import unroll.core.model.Direction;
import unroll.debug.KnownVector;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.axis.Frame;
import unroll.plot.tex.Caption;

/**
 * The largest that theory allows the norms to be, as a dashed line with its formula. It stands from the last step on as
 * soon as the gradient that it starts from is known.
 *
 * @param direction of the layer
 * @param bound what theory allows
 * @param last what is known of the gradient that it bounds
 */
record BoundLine(Direction direction, GradientFlow.Bound bound, KnownVector last) {
    private static final double WIDTH = 1.5;
    private static final double TEXT_SIZE = 11.5;
    private static final double LIFT = 8;
    private static final double PAD = 3;

    /** Where along the axis the formula may stand, best first, as shares of the part of the line that can be seen. */
    private static final double[] LABEL_PLACES = {0.35, 0.8, 0.1, 0.55};

    boolean isKnown() {
        return last.isKnown(direction.finalStep(last.steps()));
    }

    /**
     * Draws it with its formula, if that finds room.
     *
     * @param taken where formulas of other bounds stand; its own joins them
     */
    void paint(Graphics2D g, Frame frame, Wording wording, List<Rectangle2D> taken, Palette palette) {
        Path2D path = new Path2D.Double();
        int first = -1;
        int end = -1;
        int stride = direction.stride();
        int finalStep = direction.finalStep(last.steps());
        for (int i = 0; i <= last.steps(); i++) {
            int t = finalStep - i * stride;
            double norm = bound.norms().at(t);
            boolean inside =
                    norm >= frame.y().range().low() && norm <= frame.y().range().high();
            if (inside && end - stride == t) {
                path.lineTo(frame.xOf(t), frame.yOf(norm));
                end = t;
            } else if (inside && end < 0) {
                path.moveTo(frame.xOf(t), frame.yOf(norm));
                first = t;
                end = t;
            }
        }
        g.setColor(palette.color(Role.MUTED));
        g.setStroke(Dash.DASHED.stroke(WIDTH));
        g.draw(path);
        if (end >= 0) {
            Caption text = Caption.of(formula(wording), Face.REGULAR, TEXT_SIZE);
            for (double place : LABEL_PLACES) {
                int t = (int) Math.round(end + place * (first - end));
                Rectangle2D label = label(frame, text, t);
                if (taken.stream().noneMatch(label::intersects)) {
                    taken.add(label);
                    paintLabel(g, label, text, palette);
                    return;
                }
            }
        }
    }

    /** Where the formula stands around a step: above the line, or below where there is no room. */
    private Rectangle2D label(Frame frame, Caption text, int t) {
        double x = Math.max(
                frame.plot().x() + PAD,
                Math.min(frame.plot().right() - text.width() - PAD, frame.xOf(t) - text.width() / 2));
        double above = highest(frame, x, x + text.width()) - LIFT;
        boolean room = above - text.ascent() - PAD > frame.plot().y();
        double baseline = room ? above : lowest(frame, x, x + text.width()) + LIFT + text.ascent();
        return new Rectangle2D.Double(
                x - PAD,
                baseline - text.ascent() - PAD,
                text.width() + 2 * PAD,
                text.ascent() + text.descent() + 2 * PAD);
    }

    private static void paintLabel(Graphics2D g, Rectangle2D label, Caption text, Palette palette) {
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(label);
        text.draw(g, label.getX() + PAD, label.getY() + PAD + text.ascent(), palette.color(Role.MUTED));
    }

    private String formula(Wording wording) {
        String factor = "$\\gamma\\,\\|U\\| = " + NumberFormat.format(bound.factor()) + "$";
        return wording.text(bound.fromLastStepOnly() ? "flow.boundFromLast" : "flow.bound", factor);
    }

    /** The smallest y of the line between two places, px. */
    private double highest(Frame frame, double from, double to) {
        double highest = frame.plot().bottom();
        for (int t = 0; t < bound.norms().size(); t++) {
            if (frame.xOf(t) >= from && frame.xOf(t) <= to) {
                highest = Math.min(highest, clamped(frame, t));
            }
        }
        return highest;
    }

    private double lowest(Frame frame, double from, double to) {
        double lowest = frame.plot().y();
        for (int t = 0; t < bound.norms().size(); t++) {
            if (frame.xOf(t) >= from && frame.xOf(t) <= to) {
                lowest = Math.max(lowest, clamped(frame, t));
            }
        }
        return lowest;
    }

    private double clamped(Frame frame, int t) {
        return frame.yOf(Math.max(
                frame.y().range().low(),
                Math.min(frame.y().range().high(), bound.norms().at(t))));
    }
}
