package unroll.plot.curves;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.axis.Frame;
import unroll.plot.tex.Caption;

/** Notes beside the points that they are about, each with a line to its point. */
final class NoteMarks {
    private static final double SIZE = 12;
    private static final double LINE = 19;
    private static final double PAD = 6;
    private static final double RING = 9;

    /** From the point to the text, px. */
    private static final double AWAY_X = 16;

    private static final double AWAY_Y = 26;

    private final Frame frame;
    private final Palette palette;
    private final List<Series> series;

    /** {@code series} as shown. */
    NoteMarks(Frame frame, Palette palette, List<Series> series) {
        this.frame = frame;
        this.palette = palette;
        this.series = series;
    }

    /** A note whose point can be seen. */
    private record Placed(Caption text, double x, double y) {}

    void paint(Graphics2D g, List<CurveNote> notes) {
        List<Box> taken = new ArrayList<>();
        for (CurveNote note : notes) {
            placed(note).ifPresent(each -> {
                Box box = free(each, taken);
                taken.add(box);
                paint(g, each, box);
            });
        }
    }

    private Optional<Placed> placed(CurveNote note) {
        return series.stream()
                .filter(one -> one.name().equals(note.series()) && !one.xs().isEmpty())
                .findFirst()
                .flatMap(one -> placed(note, one));
    }

    private Optional<Placed> placed(CurveNote note, Series one) {
        int index = CurveData.nearest(one, note.x());
        double x = one.xs().get(index);
        double y = one.ys().get(index);
        boolean visible = x >= frame.x().range().low()
                && x <= frame.x().range().high()
                && frame.y().accepts(y);
        return visible
                ? Optional.of(new Placed(Caption.of(note.text(), Face.MEDIUM, SIZE), frame.xOf(x), frame.yOf(y)))
                : Optional.empty();
    }

    /** Above the point if there is room, and where no other note stands. */
    private Box free(Placed note, List<Box> taken) {
        double width = note.text().width() + 2 * PAD;
        Box first = null;
        for (double away = AWAY_Y; away <= 4 * AWAY_Y; away += AWAY_Y) {
            for (int side : new int[] {1, -1}) {
                for (double x : new double[] {note.x() + AWAY_X, note.x() - AWAY_X - width}) {
                    Box box = inside(new Box(x, note.y() - side * away - LINE / 2, width, LINE));
                    first = first == null ? box : first;
                    boolean covers = box.contains(note.x(), note.y());
                    if (!covers && taken.stream().noneMatch(other -> overlap(box, other))) {
                        return box;
                    }
                }
            }
        }
        return first;
    }

    private Box inside(Box box) {
        Box plot = frame.plot();
        double x = Math.max(plot.x(), Math.min(plot.right() - box.width(), box.x()));
        double y = Math.max(plot.y(), Math.min(plot.bottom() - box.height(), box.y()));
        return new Box(x, y, box.width(), box.height());
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private void paint(Graphics2D g, Placed note, Box box) {
        g.setColor(palette.color(Role.FOREGROUND));
        g.setStroke(new BasicStroke(1));
        double middle = box.x() + box.width() / 2;
        double fromX = Math.max(box.x(), Math.min(box.right(), note.x() < middle ? box.x() + PAD : box.right() - PAD));
        double fromY = note.y() < box.y() ? box.y() : box.bottom();
        g.draw(new Line2D.Double(fromX, fromY, note.x(), note.y()));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Ellipse2D.Double(note.x() - RING / 2, note.y() - RING / 2, RING, RING));
        RoundRectangle2D ground = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), PAD, PAD);
        g.setColor(palette.color(Role.BACKGROUND, 0.92));
        g.fill(ground);
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(1));
        g.draw(ground);
        double baseline = box.y() + box.height() / 2 + note.text().ascent() / 2;
        note.text().draw(g, box.x() + PAD, baseline, palette.color(Role.FOREGROUND));
    }
}
