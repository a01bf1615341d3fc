package unroll.plot.flow;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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

    /** Where along the axis the formula stands, as a share of the part of the line that can be seen. */
    private static final double LABEL_PLACE = 0.35;

    boolean isKnown() {
        return last.isKnown(direction.finalStep(last.steps()));
    }

    void paint(Graphics2D g, Frame frame, Wording wording, Palette palette) {
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
            paintLabel(g, frame, text, (int) Math.round(end + LABEL_PLACE * (first - end)), palette);
        }
    }

    private void paintLabel(Graphics2D g, Frame frame, Caption text, int t, Palette palette) {
        double x = Math.max(
                frame.plot().x() + PAD,
                Math.min(frame.plot().right() - text.width() - PAD, frame.xOf(t) - text.width() / 2));
        double above = highest(frame, x, x + text.width()) - LIFT;
        boolean room = above - text.ascent() - PAD > frame.plot().y();
        double baseline = room ? above : lowest(frame, x, x + text.width()) + LIFT + text.ascent();
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(new Rectangle2D.Double(
                x - PAD,
                baseline - text.ascent() - PAD,
                text.width() + 2 * PAD,
                text.ascent() + text.descent() + 2 * PAD));
        text.draw(g, x, baseline, palette.color(Role.MUTED));
    }

    private String formula(Wording wording) {
        String factor = "$\\gamma\\,\\sigma_{\\max} = " + NumberFormat.format(bound.factor()) + "$";
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
