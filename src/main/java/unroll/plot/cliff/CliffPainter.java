package unroll.plot.cliff;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.Cliff;
import unroll.core.tensor.Tensor;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Dash;
import unroll.plot.Described;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.chart.MatrixPicture;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.KeyRow;

/** The loss of the one-unit network over its weight and its bias, with the ways of two descents. */
public final class CliffPainter implements Painter, Tabular, Described {
    private static final double RIGHT = 70;
    private static final double BAR_GAP = 16;
    private static final double PAD = 12;
    private static final double DOT = 4;
    private static final double START = 10;

    private final CliffView view;
    private final Wording wording;

    public CliffPainter(CliffView view, Wording wording) {
        this.view = view;
        this.wording = wording;
    }

    private Axes axes() {
        return new Axes(
                new LinearScale(view.w(), false),
                new LinearScale(view.b(), false),
                wording.text("cliff.w"),
                wording.text("cliff.b"));
    }

    /** The key takes a line of its own on top. */
    private Frame frame(double width, double height) {
        Frame frame = axes().frame(width, height - KeyRow.HEIGHT, RIGHT);
        return new Frame(frame.plot().moved(0, KeyRow.HEIGHT), frame.x(), frame.y());
    }

    private ColorMap colors(Palette palette) {
        double highest = 0;
        for (int i = 0; i < view.losses().size(); i++) {
            highest = Math.max(highest, view.losses().at(i));
        }
        return ColorMap.sequential(Range.fromZero(highest), palette);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Frame frame = frame(width, height);
        axes().paint(g, frame, palette);
        ColorMap map = colors(palette);
        new MatrixPicture(upright(), map).paint(g, frame.plot());
        new ColorBar(map)
                .paint(
                        g,
                        frame.plot().right() + BAR_GAP,
                        frame.plot().y(),
                        frame.plot().height(),
                        palette);
        Shape outside = g.getClip();
        Box plot = frame.plot();
        g.clip(new Rectangle2D.Double(plot.x(), plot.y(), plot.width(), plot.height()));
        paintPath(g, frame, view.plain(), palette.color(Role.DANGER));
        paintPath(g, frame, view.clipped(), palette.color(Role.SUCCESS));
        paintStart(g, frame, palette);
        g.setClip(outside);
        key(g, palette).paint(g, PAD, width - PAD, 4, palette);
    }

    /** Rows from the highest b down, as they are drawn. */
    private Tensor upright() {
        int rows = view.losses().extent(0);
        int columns = view.losses().extent(1);
        double[] turned = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            view.losses().copyTo((rows - 1 - row) * columns, columns, turned, row * columns);
        }
        return Tensor.of(turned, rows, columns);
    }

    private static void paintPath(Graphics2D g, Frame frame, List<Cliff.Point> points, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(frame.xOf(points.get(0).w()), frame.yOf(points.get(0).b()));
        for (Cliff.Point point : points) {
            path.lineTo(frame.xOf(point.w()), frame.yOf(point.b()));
        }
        g.setColor(color);
        g.setStroke(Dash.SOLID.stroke(1.4));
        g.draw(path);
        for (Cliff.Point point : points) {
            g.fill(new Ellipse2D.Double(frame.xOf(point.w()) - DOT / 2, frame.yOf(point.b()) - DOT / 2, DOT, DOT));
        }
    }

    private void paintStart(Graphics2D g, Frame frame, Palette palette) {
        Cliff.Point start = view.plain().get(0);
        Ellipse2D ring =
                new Ellipse2D.Double(frame.xOf(start.w()) - START / 2, frame.yOf(start.b()) - START / 2, START, START);
        g.setColor(palette.color(Role.FOREGROUND));
        g.setStroke(new BasicStroke(1.8f));
        g.draw(ring);
    }

    private KeyRow key(Graphics2D g, Palette palette) {
        String rate = NumberFormat.format(CliffView.RATE);
        return new KeyRow(List.of(
                line(g, palette.color(Role.DANGER), wording.text("cliff.plain", rate)),
                line(
                        g,
                        palette.color(Role.SUCCESS),
                        wording.text("cliff.clipped", NumberFormat.format(CliffView.CLIP))),
                new KeyRow.Item(
                        10,
                        box -> {
                            g.setColor(palette.color(Role.FOREGROUND));
                            g.setStroke(new BasicStroke(1.8f));
                            g.draw(new Ellipse2D.Double(box.x(), box.y(), 10, 10));
                        },
                        wording.text("cliff.start"))));
    }

    private static KeyRow.Item line(Graphics2D g, Color color, String text) {
        return new KeyRow.Item(
                16,
                box -> {
                    double y = box.y() + box.height() / 2;
                    g.setColor(color);
                    g.setStroke(new BasicStroke(1.6f));
                    g.draw(new Line2D.Double(box.x(), y, box.right(), y));
                    g.fill(new Ellipse2D.Double(box.x() + 8 - DOT / 2, y - DOT / 2, DOT, DOT));
                },
                text);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = frame(width, height);
        Box plot = frame.plot();
        if (!plot.contains(x, y)) {
            return Optional.empty();
        }
        double w = frame.xAt(x);
        double b = view.b().at((plot.bottom() - y) / plot.height());
        Cliff.Point point = view.cliff().at(w, b);
        String text = wording.text(
                "cliff.hit",
                NumberFormat.format(w),
                NumberFormat.format(b),
                NumberFormat.format(point.loss()),
                NumberFormat.format(point.slope()));
        return Optional.of(new Hit(text, new Box(x - 3, y - 3, 6, 6), new SurfaceTarget(w, b)));
    }

    /** Where both ways end. */
    @Override
    public String description() {
        Cliff.Point plain = view.plain().get(view.plain().size() - 1);
        Cliff.Point clipped = view.clipped().get(view.clipped().size() - 1);
        return wording.text("cliff.ends", NumberFormat.format(plain.loss()), NumberFormat.format(clipped.loss()));
    }

    @Override
    public List<String> header() {
        return List.of("update", "plain w", "plain b", "plain loss", "clipped w", "clipped b", "clipped loss");
    }

    /** One row an update, from the start. */
    @Override
    public Stream<List<String>> rows() {
        int count = Math.max(view.plain().size(), view.clipped().size());
        return IntStream.range(0, count).mapToObj(i -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(i)));
            for (List<Cliff.Point> path : List.of(view.plain(), view.clipped())) {
                boolean there = i < path.size();
                cells.add(there ? NumberFormat.exact(path.get(i).w()) : "");
                cells.add(there ? NumberFormat.exact(path.get(i).b()) : "");
                cells.add(there ? NumberFormat.exact(path.get(i).loss()) : "");
            }
            return cells;
        });
    }
}
