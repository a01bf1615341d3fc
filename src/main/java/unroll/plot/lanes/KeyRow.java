package unroll.plot.lanes;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;

/**
 * A line of swatches with what they mean. What does not fit is left out, the last first: the place to its left belongs to
 * the window's own controls.
 *
 * @param items from the most to the least important
 */
public record KeyRow(List<Item> items) {
    /** Of the line, px. */
    public static final double HEIGHT = 20;

    private static final double SWATCH_HEIGHT = 10;
    private static final double TEXT_SIZE = 10.5;
    private static final double TEXT_GAP = 5;
    private static final double ITEM_GAP = 14;

    public KeyRow {
        items = List.copyOf(items);
    }

    /**
     * A swatch and its meaning.
     *
     * @param width of the swatch, px
     * @param swatch draws it
     * @param text what it means
     */
    public record Item(double width, Consumer<Box> swatch, String text) {
        private double fullWidth() {
            return width + TEXT_GAP + line().width();
        }

        private TextLine line() {
            return TextLine.of(text, Face.REGULAR, TEXT_SIZE);
        }
    }

    /** The same items in as few rows as have room for all of them. */
    public List<KeyRow> wrapped(double width) {
        List<KeyRow> rows = new ArrayList<>();
        List<Item> row = new ArrayList<>();
        double used = 0;
        for (Item item : items) {
            if (!row.isEmpty() && used + item.fullWidth() > width) {
                rows.add(new KeyRow(row));
                row = new ArrayList<>();
                used = 0;
            }
            row.add(item);
            used += item.fullWidth() + ITEM_GAP;
        }
        rows.add(new KeyRow(row));
        return rows;
    }

    /** Draws it from {@code left} to {@code right}, its middle half way down. */
    public void paint(Graphics2D g, double left, double right, double top, Palette palette) {
        double x = left;
        for (Item item : items) {
            if (x + item.fullWidth() > right) {
                return;
            }
            Box swatch = new Box(x, top + (HEIGHT - SWATCH_HEIGHT) / 2, item.width(), SWATCH_HEIGHT);
            item.swatch().accept(swatch);
            TextLine line = item.line();
            double baseline = swatch.y() + (swatch.height() + line.ascent()) / 2;
            line.draw(g, swatch.right() + TEXT_GAP, baseline, palette.color(Role.MUTED));
            x += item.fullWidth() + ITEM_GAP;
        }
    }
}
