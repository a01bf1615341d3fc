package unroll.plot.curves;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.tex.Caption;

/** Curves with axes, direct labels, baselines and a cursor. */
public final class CurvesPainter implements Painter, Tabular {
    private static final double EMPTY_TEXT_SIZE = 13;
    private static final double BASELINE_WIDTH = 1.3;

    /** How strong the raw curve stays behind a smoothed one. */
    private static final double RAW_OPACITY = 0.28;

    /** How strong the spread is behind its middle. */
    private static final double BAND_OPACITY = 0.2;

    /** Ink may leave the data's rectangle by half a line's width, px. */
    private static final double BLEED = 3;

    /** How far from a curve its points are still hit, px. */
    private static final double REACH = 24;

    private static final double HIT_SIZE = 10;

    private final CurveSet curves;
    private final CurveOptions options;
    private final CurveData data;
    private final EndLabels labels;

    public CurvesPainter(CurveSet curves, CurveOptions options) {
        this.curves = curves;
        this.options = options;
        this.data = new CurveData(curves, options);
        this.labels = new EndLabels(data.shown());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        if (curves.isEmpty()) {
            TextLine.of(options.emptyText(), Face.REGULAR, EMPTY_TEXT_SIZE)
                    .drawCentered(g, width / 2, height / 2, palette.color(Role.MUTED));
            return;
        }
        Axes axes = data.axes();
        Frame frame = axes.frame(width, height, labels.room(width));
        axes.paint(g, frame, palette);
        paintData(g, frame, palette);
        labels.paint(g, frame, width, palette);
        new NoteMarks(frame, palette, data.shown()).paint(g, options.notes());
        options.cursor().ifPresent(x -> new CursorReading(frame, palette, x).paint(g, data.shown(), axes));
    }

    /**
     * The place that a point of the figure stands for.
     *
     * @param x px from the left
     * @param width px of the whole figure
     * @param height px of the whole figure
     * @return the x value, for instance the iteration to go to
     */
    public double placeAt(double x, double width, double height) {
        return frame(width, height).xAt(x);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        Frame frame = frame(width, height);
        int closest = -1;
        double distance = REACH;
        for (int i = 0; i < curves.series().size(); i++) {
            double away = distance(frame, data.shown().get(i), x, y);
            if (away < distance) {
                closest = i;
                distance = away;
            }
        }
        return closest < 0 ? Optional.empty() : Optional.of(hit(frame, closest, x));
    }

    @Override
    public List<String> header() {
        return Stream.concat(
                        Stream.of(curves.xTitle()), curves.series().stream().flatMap(CurvesPainter::columns))
                .map(Caption::plain)
                .toList();
    }

    private static Stream<String> columns(Series one) {
        return one.band().isEmpty()
                ? Stream.of(one.name())
                : Stream.of(one.name(), one.name() + " low", one.name() + " high");
    }

    /** One row a place; where places repeat within a series, the last value counts. The numbers are the raw ones. */
    @Override
    public Stream<List<String>> rows() {
        TreeSet<Double> places = new TreeSet<>();
        curves.curves().forEach(one -> one.xs().stream().forEach(places::add));
        return places.stream().map(this::row);
    }

    private List<String> row(double place) {
        List<String> cells = new ArrayList<>();
        cells.add(NumberFormat.exact(place));
        for (Series one : curves.series()) {
            int after = one.xs().ceiling(Math.nextUp(place));
            boolean measured = after > 0 && one.xs().get(after - 1) == place;
            int index = one.baseline() ? 0 : after - 1;
            Stream<Doubles> values = Stream.concat(
                    Stream.of(one.ys()), one.band().stream().flatMap(band -> Stream.of(band.low(), band.high())));
            values.map(each -> one.baseline() || measured ? NumberFormat.exact(each.get(index)) : "")
                    .forEach(cells::add);
        }
        return cells;
    }

    private Frame frame(double width, double height) {
        return data.axes().frame(width, height, labels.room(width));
    }

    private void paintData(Graphics2D g, Frame frame, Palette palette) {
        Box plot = frame.plot();
        Shape outside = g.getClip();
        g.clip(new Rectangle2D.Double(
                plot.x() - BLEED, plot.y() - BLEED, plot.width() + 2 * BLEED, plot.height() + 2 * BLEED));
        for (Series one : data.shown()) {
            if (one.baseline()) {
                paintBaseline(g, frame, one, palette);
            }
            one.band()
                    .ifPresent(band ->
                            new BandArea(frame, one.xs(), band).paint(g, palette.color(one.role(), BAND_OPACITY)));
        }
        if (data.isSmoothed()) {
            lines(data.raw())
                    .forEach(one -> new CurveLine(frame, one.xs(), one.ys())
                            .paint(g, palette.color(one.role(), RAW_OPACITY), Dash.SOLID));
        }
        lines(data.shown())
                .forEach(one -> new CurveLine(frame, one.xs(), one.ys())
                        .paint(g, palette.color(one.role()), Dash.of(one.pen().dash())));
        g.setClip(outside);
        paintMarkers(g, frame, palette);
    }

    private static Stream<Series> lines(List<Series> series) {
        return series.stream().filter(one -> !one.baseline());
    }

    /** On top of all lines; those of neighbouring curves stand beside each other where the curves meet. */
    private void paintMarkers(Graphics2D g, Frame frame, Palette palette) {
        List<Series> marked = data.shown().stream()
                .filter(one -> one.pen().marker().isPresent())
                .toList();
        for (int i = 0; i < marked.size(); i++) {
            Series one = marked.get(i);
            double offset = (i + 0.5) / marked.size();
            new CurveLine(frame, one.xs(), one.ys())
                    .markers(
                            g,
                            one.pen().marker().orElseThrow(),
                            offset,
                            palette.color(one.role()),
                            palette.color(Role.BACKGROUND));
        }
    }

    private static void paintBaseline(Graphics2D g, Frame frame, Series one, Palette palette) {
        double level = one.ys().get(0);
        if (frame.y().accepts(level)) {
            g.setColor(palette.color(one.role()));
            g.setStroke(Dash.of(one.pen().dash()).stroke(BASELINE_WIDTH));
            double y = frame.yOf(level);
            g.draw(new Line2D.Double(frame.plot().x(), y, frame.plot().right(), y));
        }
    }

    /** From a point to the sample beside it, px; infinite where there is none. */
    private static double distance(Frame frame, Series one, double x, double y) {
        if (one.baseline() || one.xs().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        int index = CurveData.nearest(one, frame.xAt(x));
        double value = one.ys().get(index);
        return frame.y().accepts(value)
                ? Math.hypot(frame.xOf(one.xs().get(index)) - x, frame.yOf(value) - y)
                : Double.POSITIVE_INFINITY;
    }

    private Hit hit(Frame frame, int series, double x) {
        Series one = data.shown().get(series);
        int index = CurveData.nearest(one, frame.xAt(x));
        double place = one.xs().get(index);
        double value = one.ys().get(index);
        String text = Caption.plain(one.name() + ": " + NumberFormat.format(value) + ", " + curves.xTitle() + " ")
                + NumberFormat.place(place);
        Box area = new Box(frame.xOf(place) - HIT_SIZE / 2, frame.yOf(value) - HIT_SIZE / 2, HIT_SIZE, HIT_SIZE);
        return new Hit(text, area, new CurvePoint(series, place, value));
    }
}
