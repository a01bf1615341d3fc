package unroll.plot.flow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.axis.Frame;

/** Where numbers of 32 bits, in which most networks are trained, lose digits and then become zero. */
final class Underflow {
    /** The smallest normal float32. */
    static final double FLOAT32 = Float.MIN_NORMAL;

    private static final double TEXT_SIZE = 11;
    private static final double LIFT = 5;

    private Underflow() {}

    static boolean isIn(Range range) {
        return range.low() < FLOAT32 && range.high() > FLOAT32;
    }

    static void paint(Graphics2D g, Frame frame, Wording wording, Palette palette) {
        Color color = palette.color(Role.DANGER);
        double y = frame.yOf(FLOAT32);
        g.setColor(color);
        g.setStroke(Dash.DOTTED.stroke(1.4));
        g.draw(new Line2D.Double(frame.plot().x(), y, frame.plot().right(), y));
        TextLine text =
                TextLine.of(wording.text("flow.underflow", NumberFormat.format(FLOAT32)), Face.REGULAR, TEXT_SIZE);
        text.draw(g, frame.plot().x() + LIFT, y - LIFT, color);
    }
}
