package unroll.plot.curves;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.SideLabels;
import unroll.plot.tex.Caption;

/** A line at one place with every curve's value there. */
final class CursorReading {
    private static final double SIZE = 12;
    private static final double LINE = 17;
    private static final double GAP = 9;
    private static final double DOT = 8;
    private static final double PAD = 4;

    private final Frame frame;
    private final Palette palette;
    private final double x;

    CursorReading(Frame frame, Palette palette, double x) {
        this.frame = frame;
        this.palette = palette;
        this.x = x;
    }

    /** A value and where it stands. */
    private record Value(TextLine text, double y, Color color) {}

    void paint(Graphics2D g, List<Series> series, Axes axes) {
        if (!(x >= frame.x().range().low() && x <= frame.x().range().high())) {
            return;
        }
        double at = frame.xOf(x);
        Box plot = frame.plot();
        g.setColor(palette.color(Role.ACCENT));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Line2D.Double(at, plot.y(), at, plot.bottom()));
        paintPlace(g, at, axes);
        List<Value> values = values(series);
        double widest =
                values.stream().mapToDouble(value -> value.text().width()).max().orElse(0);
        boolean leftward = at + GAP + widest + PAD > plot.right();
        double[] placed =
                SideLabels.place(values.stream().mapToDouble(Value::y).toArray(), LINE, plot.y(), plot.bottom());
        for (int i = 0; i < placed.length; i++) {
            Value value = values.get(i);
            paintDot(g, at, value);
            double left = leftward ? at - GAP - value.text().width() : at + GAP;
            paintChip(g, value.text(), left, placed[i], value.color());
        }
    }

    private List<Value> values(List<Series> series) {
        List<Value> values = new ArrayList<>();
        for (Series one : series) {
            if (one.baseline() || one.xs().isEmpty()) {
                continue;
            }
            double value = one.ys().get(CurveData.nearest(one, x));
            if (frame.y().accepts(value)) {
                TextLine text = TextLine.of(NumberFormat.format(value), Face.MEDIUM, SIZE);
                values.add(new Value(text, frame.yOf(value), palette.color(one.role())));
            }
        }
        return values;
    }

    private void paintDot(Graphics2D g, double at, Value value) {
        Ellipse2D dot = new Ellipse2D.Double(at - DOT / 2, value.y() - DOT / 2, DOT, DOT);
        g.setColor(value.color());
        g.fill(dot);
        g.setColor(palette.color(Role.BACKGROUND));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(dot);
    }

    /** On top of the line, in the row of the y title, where no tick is in the way. */
    private void paintPlace(Graphics2D g, double at, Axes axes) {
        Caption text = Caption.of((axes.xTitle() + " " + NumberFormat.place(x)).strip(), Face.MEDIUM, SIZE);
        double latest = frame.plot().right() - text.width() / 2;
        double left = Math.max(axes.titleEnd() + GAP, Math.min(latest, at - text.width() / 2));
        text.draw(g, left, axes.titleBaseline(frame), palette.color(Role.ACCENT));
    }

    /** Text on a veil of the background, so that lines behind it don't run through it. */
    private void paintChip(Graphics2D g, TextLine text, double left, double middle, Color color) {
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(new RoundRectangle2D.Double(
                left - PAD, middle - LINE / 2, text.width() + 2 * PAD, LINE, 2 * PAD, 2 * PAD));
        text.draw(g, left, middle + text.ascent() / 2, color);
    }
}
