package unroll.plot.lanes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import unroll.debug.Completeness;
import unroll.debug.KnownNumbers;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Hatch;
import unroll.plot.Palette;

/**
 * Units times columns as colours; what is not known yet is hatched, what never exists is left blank. Where there are
 * more units or steps than pixels, evenly chosen ones are drawn, each with its own colour: nothing is averaged.
 *
 * @param vector what is known
 * @param firstUnit the vector's unit in the first row
 * @param units how many of them
 * @param map their colours
 */
public record HeatMap(KnownNumbers vector, int firstUnit, int units, ColorMap map) {
    /** Up to so many cells are drawn as rectangles, which stay sharp in vector files; more as an image. */
    private static final int MOST_RECTANGLES = 1200;

    /** How many rows fit into a height. */
    public int rows(double height) {
        return Math.min(units, Math.max(1, (int) height));
    }

    /** The unit, within the vector, that a row shows. */
    public int unitOfRow(int row, int rows) {
        return firstUnit + (int) ((row + 0.5) * units / rows);
    }

    /** Draws the shown columns without gaps between {@code top} and {@code top + height}. */
    public void paint(Graphics2D g, ColumnLayout columns, double top, double height, Palette palette) {
        Crisp.draw(g, () -> hatchUnknown(g, columns, top, height, palette));
        int rows = rows(height);
        int count = columns.viewport().count();
        if (count * rows <= MOST_RECTANGLES) {
            Box cell = new Box(columns.left(), top, columns.pitch(), height / rows);
            Crisp.draw(g, () -> paintRectangles(g, columns, cell, rows));
        } else {
            paintImage(g, columns, top, height);
        }
    }

    private void hatchUnknown(Graphics2D g, ColumnLayout columns, double top, double height, Palette palette) {
        int last = columns.viewport().last();
        int t = columns.viewport().first();
        while (t <= last) {
            int start = t;
            while (t <= last && vector.completeness(t) == Completeness.UNKNOWN) {
                t++;
            }
            if (t > start) {
                Hatch.fill(g, new Box(columns.x(start), top, (t - start) * columns.pitch(), height), palette);
            }
            t++;
        }
    }

    private void paintRectangles(Graphics2D g, ColumnLayout columns, Box cell, int rows) {
        for (int t = columns.viewport().first(); t <= columns.viewport().last(); t++) {
            if (vector.isKnown(t)) {
                for (int row = 0; row < rows; row++) {
                    g.setColor(new Color(map.argb(vector.at(t, unitOfRow(row, rows)))));
                    double y = cell.y() + row * cell.height();
                    g.fill(new Rectangle2D.Double(columns.x(t), y, cell.width(), cell.height()));
                }
            }
        }
    }

    private void paintImage(Graphics2D g, ColumnLayout columns, double top, double height) {
        int count = columns.viewport().count();
        double width = columns.pitch() * count;
        int across = Math.min(count, Math.max(1, (int) width));
        int rows = rows(height);
        BufferedImage image = new BufferedImage(across, rows, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < across; i++) {
            int t = columns.viewport().first() + (int) ((i + 0.5) * count / across);
            if (vector.isKnown(t)) {
                for (int row = 0; row < rows; row++) {
                    pixels[row * across + i] = map.argb(vector.at(t, unitOfRow(row, rows)));
                }
            }
        }
        AffineTransform place = AffineTransform.getTranslateInstance(columns.left(), top);
        place.scale(width / across, height / rows);
        g.drawImage(image, place, null);
    }
}
