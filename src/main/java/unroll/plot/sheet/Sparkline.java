package unroll.plot.sheet;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.lanes.UnitTarget;

/** One number over all time steps, as far as it is known; a gradient by its magnitude, on a logarithmic scale. */
public final class Sparkline implements Row {
    private static final double HEIGHT = 64;
    private static final double AXIS = 16;
    private static final double TEXT_SIZE = 10.5;
    private static final double GAP = 8;
    private static final double DOT = 6;

    private final UnitTarget subject;
    private final int steps;
    private final List<Point> points;
    private final Span span;

    /** The number at a step. */
    public record Point(int t, double value) {}

    /**
     * A curve.
     *
     * @param subject whose step is marked
     * @param steps T
     * @param points in the order of their steps
     */
    public Sparkline(UnitTarget subject, int steps, List<Point> points) {
        this.subject = subject;
        this.steps = steps;
        this.points = List.copyOf(points);
        this.span = Span.of(points, subject.gradient());
    }

    private Box curve(Box place) {
        double labels = Math.max(label(span.high()).width(), label(span.low()).width());
        double left = place.x() + Math.ceil(labels) + GAP;
        return new Box(left, place.y() + DOT, place.right() - DOT / 2 - left, HEIGHT - AXIS - 2 * DOT);
    }

    private static TextLine label(double value) {
        return TextLine.of(NumberFormat.format(value), Face.REGULAR, TEXT_SIZE);
    }

    private double x(Box curve, int t) {
        return curve.x() + curve.width() * (t - first()) / Math.max(1, steps - first());
    }

    /** Only states have a value before the first step. */
    private int first() {
        return subject.site().quantity().carried() ? 0 : 1;
    }

    private double y(Box curve, double value) {
        return curve.bottom() - curve.height() * span.position(value);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        Box curve = curve(place);
        paintAxes(g, curve, palette);
        double marked = x(curve, subject.t());
        g.setColor(palette.color(Role.ACCENT, 0.5));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(marked, curve.y() - DOT / 2, marked, curve.bottom() + DOT / 2));
        g.setColor(palette.color(subject.gradient() ? Role.BACKWARD : Role.FORWARD));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path(curve));
        points.stream()
                .filter(point -> point.t() == subject.t() && span.shows(point.value()))
                .forEach(point -> {
                    g.setColor(palette.color(Role.ACCENT));
                    double y = y(curve, point.value());
                    g.fill(new Ellipse2D.Double(marked - DOT / 2, y - DOT / 2, DOT, DOT));
                });
    }

    private void paintAxes(Graphics2D g, Box curve, Palette palette) {
        g.setColor(palette.color(Role.GRID));
        g.setStroke(new BasicStroke(1));
        List<Double> levels = span.crossesZero() ? List.of(0.0) : List.of(span.low());
        levels.forEach(level -> g.draw(new Line2D.Double(curve.x(), y(curve, level), curve.right(), y(curve, level))));
        TextLine high = label(span.high());
        high.drawRight(g, curve.x() - GAP, curve.y() + high.ascent() / 2, palette.color(Role.MUTED));
        if (span.low() != span.high()) {
            label(span.low())
                    .drawRight(g, curve.x() - GAP, curve.bottom() + high.ascent() / 2, palette.color(Role.MUTED));
        }
        double baseline = curve.bottom() + DOT + AXIS - 3;
        TextLine.of("t = " + first(), Face.REGULAR, TEXT_SIZE).draw(g, curve.x(), baseline, palette.color(Role.MUTED));
        TextLine.of("t = " + steps, Face.REGULAR, TEXT_SIZE)
                .drawRight(g, curve.right(), baseline, palette.color(Role.MUTED));
    }

    /** Broken where a step is not known, is not a number, or has no place on a logarithmic scale. */
    private Path2D path(Box curve) {
        Path2D path = new Path2D.Double();
        int last = Integer.MIN_VALUE;
        for (Point point : points) {
            if (!span.shows(point.value())) {
                continue;
            }
            if (point.t() != last + 1) {
                path.moveTo(x(curve, point.t()), y(curve, point.value()));
            }
            path.lineTo(x(curve, point.t()), y(curve, point.value()));
            last = point.t();
        }
        return path;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public Optional<Hit> at(double x, double y, Box place) {
        Box curve = curve(place);
        int t = first() + (int) Math.round((x - curve.x()) / curve.width() * (steps - first()));
        return points.stream().filter(point -> point.t() == t).findFirst().map(point -> {
            String text = "t = " + t + ": " + NumberFormat.format(point.value());
            Box area = new Box(x(curve, t) - DOT / 2, curve.y(), DOT, curve.height());
            return new Hit(text, area, new UnitTarget(subject.site(), subject.gradient(), t, subject.unit()));
        });
    }
}
