package unroll.plot.curves;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.axis.Frame;
import unroll.plot.axis.SideLabels;
import unroll.plot.tex.Caption;

/** Names and last values at the curves' ends, so that no legend has to be looked up. */
final class EndLabels {
    private static final double SIZE = 12;
    private static final double LINE = 17;
    private static final double GAP = 8;
    private static final double MARGIN = 12;

    /** Length of the piece of a line beside its name, px: a dash and a gap of every pattern. */
    private static final double KEY = 24;

    private static final double KEY_WIDTH = 1.8;

    /** Room kept free at the figure's edge, px. */
    private static final double EDGE = 4;

    private static final String WITH_EXPONENT = "\u22128.888e\u221288";

    /** The share of the figure's width that labels may take. */
    private static final double MOST_WIDTH = 0.4;

    private final List<Series> series;

    /** {@code series} as shown. */
    EndLabels(List<Series> series) {
        this.series = series;
    }

    /** Room on the right that the labels want, px. */
    double room(double width) {
        double widest = series.stream()
                .mapToDouble(one -> line(one.baseline() ? one.name() : one.name() + " " + likeLast(one))
                        .width())
                .max()
                .orElse(0);
        return Math.min(GAP + key() + widest + MARGIN, MOST_WIDTH * width);
    }

    /** Room for a piece of the line before each name, where lines differ by more than their colour; px. */
    private double key() {
        return series.stream().anyMatch(one -> one.pen().marker().isPresent()) ? KEY + GAP : 0;
    }

    /** As wide as the last number may become: the same for all of one form, so that a live curve does not shake. */
    private static String likeLast(Series one) {
        double last = one.ys().isEmpty() ? 0 : one.ys().get(one.ys().size() - 1);
        boolean usual = NumberFormat.format(last).length() <= NumberFormat.WIDEST_USUAL.length();
        return usual ? NumberFormat.WIDEST_USUAL : WITH_EXPONENT;
    }

    /** A label and the y it points at. */
    private record Label(Caption text, double y, Color color, Optional<Pen> key) {}

    void paint(Graphics2D g, Frame frame, double width, Palette palette) {
        List<Label> labels = fitting(labels(frame, width, palette), frame, palette);
        double[] wanted = labels.stream().mapToDouble(Label::y).toArray();
        double[] placed = SideLabels.place(
                wanted, LINE, frame.plot().y() - LINE / 2, frame.plot().bottom() + LINE / 2);
        for (int i = 0; i < placed.length; i++) {
            Label label = labels.get(i);
            double x = frame.plot().right() + GAP;
            label.key().ifPresent(new KeyLine(g, x, placed[i], label.color(), palette)::paint);
            label.text().draw(g, x + key(), placed[i] + label.text().ascent() / 2, label.color());
        }
    }

    /** A piece of a curve's line beside its name. */
    private record KeyLine(Graphics2D g, double x, double y, Color color, Palette palette) {
        void paint(Pen pen) {
            g.setColor(color);
            g.setStroke(Dash.of(pen.dash()).stroke(KEY_WIDTH));
            g.draw(new Line2D.Double(x, y, x + KEY, y));
            pen.marker().ifPresent(marker -> marker.paint(g, x + KEY / 2, y, color, palette.color(Role.BACKGROUND)));
        }
    }

    private List<Label> labels(Frame frame, double width, Palette palette) {
        List<Label> labels = new ArrayList<>();
        for (Series one : series) {
            int end = lastVisible(one, frame);
            if (end >= 0) {
                double value = one.ys().get(end);
                String number = one.baseline() ? "" : " " + NumberFormat.format(value);
                Caption text = fitted(one.name(), number, width - frame.plot().right() - GAP - key() - EDGE);
                Optional<Pen> key = key() > 0 ? Optional.of(one.pen()) : Optional.empty();
                labels.add(new Label(text, frame.yOf(value), palette.color(one.role()), key));
            }
        }
        return labels;
    }

    /** When there are more than the height holds, the last place says how many are left out. */
    private static List<Label> fitting(List<Label> labels, Frame frame, Palette palette) {
        int most = Math.max(1, (int) (frame.plot().height() / LINE) + 1);
        if (labels.size() <= most) {
            return labels;
        }
        List<Label> kept = new ArrayList<>(labels.subList(0, most - 1));
        String rest = "+ " + (labels.size() - kept.size());
        kept.add(new Label(line(rest), frame.plot().bottom(), palette.color(Role.MUTED), Optional.empty()));
        return kept;
    }

    private static int lastVisible(Series one, Frame frame) {
        int end = one.baseline()
                ? 0
                : one.xs().ceiling(Math.nextUp(frame.x().range().high())) - 1;
        while (end >= 0 && !frame.y().accepts(one.ys().get(end))) {
            end--;
        }
        return end;
    }

    /** A name too long for its room is cut short; a formula in it is not, and the number never is. */
    private static Caption fitted(String name, String number, double room) {
        Caption whole = line(name + number);
        for (int length = name.length() - 1; length > name.lastIndexOf('$') + 1 && whole.width() > room; length--) {
            whole = line(name.substring(0, length).strip() + "\u2026" + number);
        }
        return whole;
    }

    private static Caption line(String text) {
        return Caption.of(text, Face.REGULAR, SIZE);
    }
}
