package unroll.plot.flow;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.LogScale;
import unroll.plot.axis.SideLabels;
import unroll.plot.tex.Caption;

/**
 * The norms of a {@link GradientFlow} over time on one fixed logarithmic scale, the lanes' own, so that vanishing and
 * exploding look the same in every picture. Where nothing is known yet the ground is hatched; a sum that is not complete
 * is a hollow dot; what lies beyond the scale sits at its edge as a triangle.
 *
 * @param flow what is shown
 * @param xTitle under the axis
 */
public record GradientFlowPainter(GradientFlow flow, String xTitle) implements Painter, Tabular {
    /** The scale of all gradient magnitudes. */
    public static final Range SCALE = new Range(1e-12, 1e3);

    private static final double LABEL_SIZE = 12;
    private static final double LABEL_LINE = 18;
    private static final double LABEL_GAP = 8;
    private static final double LABEL_MARGIN = 12;
    private static final double DOT = 5;
    private static final double LINE_WIDTH = 1.8;
    private static final double REACH = 18;

    /** What can be hit: the gradient of a state at a step. */
    public record Target(int line, int t) implements Hit.Target {}

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        Frame frame = frame(width, height);
        hatchUnknown(g, frame, palette);
        axes().paint(g, frame, palette);
        flow.step().ifPresent(t -> paintCursor(g, frame, t, palette));
        for (int i = 0; i < flow.lines().size(); i++) {
            paintLine(g, frame, i, palette);
        }
        paintLabels(g, frame, palette);
    }

    private Axes axes() {
        LinearScale x = LinearScale.tight(0, flow.steps(), true);
        return new Axes(x, new LogScale(SCALE), xTitle, "");
    }

    private Frame frame(double width, double height) {
        double widest = flow.lines().stream()
                .mapToDouble(line -> caption(line).width())
                .max()
                .orElse(0);
        return axes().frame(width, height, LABEL_GAP + widest + LABEL_MARGIN);
    }

    private static Caption caption(GradientFlow.Line line) {
        return Caption.of(line.caption(), Face.REGULAR, LABEL_SIZE);
    }

    /** Nothing is known left of the first step that any line knows. */
    private void hatchUnknown(Graphics2D g, Frame frame, Palette palette) {
        int first = flow.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToInt(GradientFlow.Point::t)
                .min()
                .orElse(flow.steps() + 1);
        Box plot = frame.plot();
        double end = first > flow.steps() ? plot.right() : frame.xOf(first);
        if (first > 0) {
            Hatch.fill(g, new Box(plot.x(), plot.y(), end - plot.x(), plot.height()), palette);
        }
    }

    private static void paintCursor(Graphics2D g, Frame frame, int t, Palette palette) {
        g.setColor(palette.color(Role.ACCENT));
        g.setStroke(new BasicStroke(1.5f));
        double x = frame.xOf(t);
        g.draw(new Line2D.Double(x, frame.plot().y(), x, frame.plot().bottom()));
    }

    private static Role role(int line) {
        return line == 0 ? Role.BACKWARD : Role.series(line + 1);
    }

    private void paintLine(Graphics2D g, Frame frame, int index, Palette palette) {
        List<GradientFlow.Point> points = flow.lines().get(index).points();
        Color color = palette.color(role(index));
        g.setColor(color);
        g.setStroke(Dash.of(index).stroke(LINE_WIDTH));
        g.draw(path(frame, points));
        boolean roomForDots = points.size() * 2 * DOT <= frame.plot().width();
        for (GradientFlow.Point point : points) {
            if (!isInside(point) && !Double.isNaN(point.norm())) {
                paintTriangle(g, frame, point);
            } else if (point.progress().isPartial()) {
                paintHollowDot(g, frame, point, palette);
                g.setColor(color);
            } else if (roomForDots) {
                g.fill(dot(frame, point));
            }
        }
    }

    private static Path2D path(Frame frame, List<GradientFlow.Point> points) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (GradientFlow.Point point : points) {
            boolean seen = !Double.isNaN(point.norm());
            if (seen && pen) {
                path.lineTo(frame.xOf(point.t()), y(frame, point));
            } else if (seen) {
                path.moveTo(frame.xOf(point.t()), y(frame, point));
            }
            pen = seen;
        }
        return path;
    }

    private static boolean isInside(GradientFlow.Point point) {
        return point.norm() >= SCALE.low() && point.norm() <= SCALE.high();
    }

    /** Values beyond the scale are drawn at its edge. */
    private static double y(Frame frame, GradientFlow.Point point) {
        return frame.yOf(Math.max(SCALE.low(), Math.min(SCALE.high(), point.norm())));
    }

    private static Ellipse2D dot(Frame frame, GradientFlow.Point point) {
        return new Ellipse2D.Double(frame.xOf(point.t()) - DOT / 2, y(frame, point) - DOT / 2, DOT, DOT);
    }

    private static void paintHollowDot(Graphics2D g, Frame frame, GradientFlow.Point point, Palette palette) {
        Ellipse2D ring = dot(frame, point);
        g.setStroke(Dash.SOLID.stroke(LINE_WIDTH));
        g.draw(ring);
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(ring);
    }

    private static void paintTriangle(Graphics2D g, Frame frame, GradientFlow.Point point) {
        double x = frame.xOf(point.t());
        double y = y(frame, point);
        double tip = point.norm() > SCALE.high() ? y - DOT : y + DOT;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - DOT / 2, y);
        triangle.lineTo(x + DOT / 2, y);
        triangle.lineTo(x, tip);
        triangle.closePath();
        g.fill(triangle);
    }

    private void paintLabels(Graphics2D g, Frame frame, Palette palette) {
        double[] wanted = flow.lines().stream()
                .mapToDouble(line -> line.points().isEmpty()
                        ? frame.plot().y()
                        : y(frame, line.points().get(line.points().size() - 1)))
                .toArray();
        double[] placed = SideLabels.place(
                wanted,
                LABEL_LINE,
                frame.plot().y() - LABEL_LINE / 2,
                frame.plot().bottom() + LABEL_LINE / 2);
        for (int i = 0; i < placed.length; i++) {
            Caption text = caption(flow.lines().get(i));
            text.draw(g, frame.plot().right() + LABEL_GAP, placed[i] + text.ascent() / 2, palette.color(role(i)));
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = frame(width, height);
        Hit closest = null;
        double distance = REACH;
        for (int i = 0; i < flow.lines().size(); i++) {
            for (GradientFlow.Point point : flow.lines().get(i).points()) {
                double away = Math.hypot(frame.xOf(point.t()) - x, y(frame, point) - y);
                if (away < distance) {
                    distance = away;
                    closest = hit(frame, i, point);
                }
            }
        }
        return Optional.ofNullable(closest);
    }

    private Hit hit(Frame frame, int line, GradientFlow.Point point) {
        String value = "‖∂L/∂" + flow.lines().get(line).letter() + "‖ = " + NumberFormat.format(point.norm()) + ", t = "
                + point.t();
        String parts = point.progress().isPartial()
                ? " (" + point.progress().done() + " of " + point.progress().of() + ")"
                : "";
        Box area = new Box(frame.xOf(point.t()) - DOT, y(frame, point) - DOT, 2 * DOT, 2 * DOT);
        return new Hit(value + parts, area, new Target(line, point.t()));
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("t"));
        flow.lines().forEach(line -> header.add("norm of d" + line.letter()));
        return header;
    }

    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(0, flow.steps()).mapToObj(this::row);
    }

    private List<String> row(int t) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
        for (GradientFlow.Line line : flow.lines()) {
            cells.add(line.points().stream()
                    .filter(point -> point.t() == t)
                    .map(point -> NumberFormat.exact(point.norm()))
                    .findFirst()
                    .orElse(""));
        }
        return cells;
    }
}
