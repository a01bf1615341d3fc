package unroll.plot.curves;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.plot.Dash;
import unroll.plot.Marker;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;

/**
 * The ink of one curve. Sparse curves are lines; a curve with many values to a pixel is drawn as one filled band from
 * smallest to largest value of each pixel column, which keeps every peak and is far cheaper to fill than a zigzag to
 * stroke.
 */
final class CurveLine {
    private static final double WIDTH = 1.8;

    /** From so many values to a pixel on, a band is drawn. */
    private static final double DENSE = 2;

    /** Values at least so far apart get a dot each, px. */
    private static final double DOT_DISTANCE = 12;

    private static final double DOT = 5;

    /** From one shape on a curve to the next, px. */
    private static final double MARKER_DISTANCE = 64;

    /** So many samples in one pixel column are all drawn. */
    private static final int MOST_IN_COLUMN = 4;

    private final Frame frame;
    private final Doubles xs;
    private final Doubles ys;
    private final int first;
    private final int last;

    /** Looks at the values within the frame and one more on either side. */
    CurveLine(Frame frame, Doubles xs, Doubles ys) {
        this.frame = frame;
        this.xs = xs;
        this.ys = ys;
        this.first = firstFrom(Math.max(0, xs.ceiling(frame.x().range().low()) - 1));
        this.last = Math.min(xs.size(), xs.ceiling(Math.nextUp(frame.x().range().high())) + 1);
    }

    /** What has no place on a logarithmic axis is passed over. */
    private int firstFrom(int index) {
        int placed = index;
        while (placed < xs.size() && !frame.x().accepts(xs.get(placed))) {
            placed++;
        }
        return placed;
    }

    void paint(Graphics2D g, Color color, Dash dash) {
        g.setColor(color);
        // on a logarithmic axis only the right end is dense, and columns on its left would stay empty
        if (last - first > DENSE * frame.plot().width() && frame.x() instanceof LinearScale) {
            g.fill(band());
            return;
        }
        g.setStroke(dash.stroke(WIDTH));
        g.draw(line());
        if ((last - first) * DOT_DISTANCE <= frame.plot().width()) {
            dots(g);
        }
    }

    /** A value without a place on the axis breaks the line. */
    private Path2D line() {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int i : drawn()) {
            boolean seen = frame.y().accepts(ys.get(i));
            if (seen && pen) {
                path.lineTo(frame.xOf(xs.get(i)), frame.yOf(ys.get(i)));
            } else if (seen) {
                path.moveTo(frame.xOf(xs.get(i)), frame.yOf(ys.get(i)));
            }
            pen = seen;
        }
        return path;
    }

    /** The samples that a line goes through: of many in one pixel column, those that show what is there. */
    private List<Integer> drawn() {
        List<Integer> kept = new ArrayList<>();
        for (int from = first; from < last; ) {
            double column = Math.floor(frame.xOf(xs.get(from)));
            int to = from + 1;
            while (to < last && Math.floor(frame.xOf(xs.get(to))) == column) {
                to++;
            }
            if (to - from <= MOST_IN_COLUMN) {
                IntStream.range(from, to).forEach(kept::add);
            } else {
                IntStream.of(from, extreme(from, to, 1), extreme(from, to, -1), to - 1)
                        .sorted()
                        .distinct()
                        .forEach(kept::add);
            }
            from = to;
        }
        return kept;
    }

    /** Where the largest value stands, or with {@code sign} −1 the smallest. */
    private int extreme(int from, int to, int sign) {
        int found = from;
        for (int i = from + 1; i < to; i++) {
            found = sign * ys.get(i) > sign * ys.get(found) ? i : found;
        }
        return found;
    }

    /** Shapes at even distances, and on curves of few values at each of them. */
    void markers(Graphics2D g, Marker marker, double offset, Color color, Color ground) {
        double distance = (last - first) * DOT_DISTANCE <= frame.plot().width() ? 0 : MARKER_DISTANCE;
        double next = frame.plot().x() + (distance == 0 ? 0 : offset * MARKER_DISTANCE);
        for (int i = first; i < last; i++) {
            double x = frame.xOf(xs.get(i));
            if (x >= next - 1e-6
                    && x <= frame.plot().right() + 1e-6
                    && frame.y().accepts(ys.get(i))) {
                marker.paint(g, x, frame.yOf(ys.get(i)), color, ground);
                next = Math.max(next + distance, x);
            }
        }
    }

    private void dots(Graphics2D g) {
        for (int i = first; i < last; i++) {
            if (frame.y().accepts(ys.get(i))) {
                double x = frame.xOf(xs.get(i));
                double y = frame.yOf(ys.get(i));
                g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
            }
        }
    }

    /** The extent of a curve within one pixel column, px from the top of the figure. */
    private record Column(double x, double top, double bottom) {
        Column reaching(Column neighbour) {
            return new Column(x, Math.min(top, neighbour.bottom), Math.max(bottom, neighbour.top));
        }
    }

    private Path2D band() {
        Path2D band = new Path2D.Double();
        List<Column> run = new ArrayList<>();
        int index = first;
        int columns = (int) Math.ceil(frame.plot().width());
        for (int column = 0; column < columns; column++) {
            double left = frame.plot().x() + column;
            int end = Math.min(last, xs.ceiling(frame.xAt(left + 1)));
            Column extent = extent(left, index, end);
            if (extent == null) {
                appendRun(band, run);
                run.clear();
            } else {
                // neighbours meet, or steep parts would fall apart
                run.add(run.isEmpty() ? extent : extent.reaching(run.get(run.size() - 1)));
            }
            index = Math.max(index, end);
        }
        appendRun(band, run);
        return band;
    }

    /** Null where no value has a place on the axis. */
    private Column extent(double x, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double value = ys.get(i);
            if (frame.y().accepts(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return null;
        }
        double middle = (frame.yOf(low) + frame.yOf(high)) / 2;
        double half = Math.max(WIDTH, frame.yOf(low) - frame.yOf(high)) / 2;
        return new Column(x, middle - half, middle + half);
    }

    /** Along the tops to the right, along the bottoms back. */
    private static void appendRun(Path2D band, List<Column> run) {
        if (run.isEmpty()) {
            return;
        }
        band.moveTo(run.get(0).x(), run.get(0).top());
        for (Column column : run) {
            band.lineTo(column.x(), column.top());
            band.lineTo(column.x() + 1, column.top());
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            band.lineTo(run.get(i).x() + 1, run.get(i).bottom());
            band.lineTo(run.get(i).x(), run.get(i).bottom());
        }
        band.closePath();
    }
}
