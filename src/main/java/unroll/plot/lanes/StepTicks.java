package unroll.plot.lanes;

import java.awt.Graphics2D;
import java.util.OptionalInt;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;

/** The numbers of the time steps under their columns, as many as there is room for. */
public record StepTicks(ColumnLayout columns) {
    /** Height of the row of numbers, px. */
    public static final double HEIGHT = 18;

    private static final double SIZE = 11;
    private static final double LEAST_GAP = 10;
    private static final int[] STEPS = {1, 2, 5};

    /** Draws the numbers with their capitals centred in a row that starts at {@code top}; the current one stands out. */
    public void paint(Graphics2D g, double top, OptionalInt current, Palette palette) {
        TextLine widest = TextLine.of(Integer.toString(columns.viewport().steps()), Face.REGULAR, SIZE);
        double baseline = top + (HEIGHT + widest.ascent()) / 2;
        int distance = distance(widest.width() + LEAST_GAP);
        for (int t = columns.viewport().first(); t <= columns.viewport().last(); t++) {
            boolean overlapped = current.isPresent()
                    && Math.abs(t - current.getAsInt()) * columns.pitch() < widest.width() + LEAST_GAP / 2;
            if (t % distance == 0 && !overlapped) {
                TextLine.of(Integer.toString(t), Face.REGULAR, SIZE)
                        .drawCentered(g, columns.center(t), baseline, palette.color(Role.MUTED));
            }
        }
        TextLine.of("t", Face.REGULAR, SIZE)
                .draw(g, columns.right() + widest.width() / 2, baseline, palette.color(Role.MUTED));
        current.ifPresent(t -> {
            if (columns.viewport().contains(t)) {
                TextLine.of(Integer.toString(t), Face.BOLD, SIZE)
                        .drawCentered(g, columns.center(t), baseline, palette.color(Role.ACCENT));
            }
        });
    }

    /** Every so many columns get a number: 1, 2, 5, 10 … */
    private int distance(double room) {
        for (int power = 1; ; power *= 10) {
            for (int step : STEPS) {
                if (step * power * columns.pitch() >= room) {
                    return step * power;
                }
            }
        }
    }
}
