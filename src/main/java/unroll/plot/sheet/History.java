package unroll.plot.sheet;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A watched number over all time steps, as small as a word: no axes, the present step marked.
 *
 * @param points in the order of their steps, as far as they are known
 * @param steps T
 * @param t the step that is marked
 * @param gradient whether magnitudes are shown on a logarithmic scale, in the colour of the backward phase
 */
public record History(List<Sparkline.Point> points, int steps, int t, boolean gradient) implements Painter {
    private static final double MARGIN = 3;
    private static final double DOT = 5;

    /** A step that was pointed at. */
    public record StepTarget(int t) implements Hit.Target {}

    public History {
        points = List.copyOf(points);
    }

    private double x(int step, double width) {
        return MARGIN + (width - 2 * MARGIN) * (step - 1) / Math.max(1, steps - 1);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.SURFACE));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        g.setStroke(new BasicStroke(1));
        g.setColor(palette.color(Role.ACCENT, 0.5));
        g.draw(new Line2D.Double(x(t, width), 1, x(t, width), height - 1));
        Span span = Span.of(points, gradient);
        g.setColor(palette.color(gradient ? Role.BACKWARD : Role.FORWARD));
        g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        int last = Integer.MIN_VALUE;
        for (Sparkline.Point point : points) {
            if (span.shows(point.value())) {
                double y = y(span, point.value(), height);
                if (point.t() == last + 1) {
                    path.lineTo(x(point.t(), width), y);
                } else {
                    path.moveTo(x(point.t(), width), y);
                    path.lineTo(x(point.t(), width), y);
                }
                last = point.t();
            }
        }
        g.draw(path);
        points.stream()
                .filter(point -> point.t() == t && span.shows(point.value()))
                .forEach(point -> {
                    g.setColor(palette.color(Role.ACCENT));
                    double y = y(span, point.value(), height);
                    g.fill(new Ellipse2D.Double(x(t, width) - DOT / 2, y - DOT / 2, DOT, DOT));
                });
    }

    private static double y(Span span, double value, double height) {
        return height - MARGIN - (height - 2 * MARGIN) * span.position(value);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        int step = 1 + (int) Math.round((x - MARGIN) / (width - 2 * MARGIN) * (steps - 1));
        return points.stream().filter(point -> point.t() == step).findFirst().map(point -> {
            String text = "t = " + step + ": " + NumberFormat.format(point.value());
            return new Hit(text, new Box(x(step, width) - DOT / 2, 0, DOT, height), new StepTarget(step));
        });
    }
}
