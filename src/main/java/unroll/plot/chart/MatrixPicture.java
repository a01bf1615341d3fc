package unroll.plot.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import unroll.core.tensor.Tensor;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.lanes.Crisp;

/**
 * A matrix as colours, its first row on top; a vector is one column. Where there are more entries than pixels, evenly
 * chosen ones are drawn, each in its own colour: nothing is averaged.
 *
 * @param values of shape [rows, columns] or [rows]
 * @param map their colours
 */
public record MatrixPicture(Tensor values, ColorMap map) {
    /** Up to so many cells are drawn as rectangles, which stay sharp in vector files; more as an image. */
    private static final int MOST_RECTANGLES = 1200;

    /** Neighbours overlap by a trace, so that rounding leaves no gap between them, px. */
    private static final double OVERLAP = 0.02;

    public int rows() {
        return values.extent(0);
    }

    public int columns() {
        return values.rank() == 1 ? 1 : values.extent(1);
    }

    /** Draws it without gaps. */
    public void paint(Graphics2D g, Box box) {
        int across = Math.min(columns(), Math.max(1, (int) box.width()));
        int down = Math.min(rows(), Math.max(1, (int) box.height()));
        if (across * down <= MOST_RECTANGLES) {
            Crisp.draw(g, () -> paintRectangles(g, box, across, down));
        } else {
            paintImage(g, box, across, down);
        }
    }

    private void paintRectangles(Graphics2D g, Box box, int across, int down) {
        double width = box.width() / across;
        double height = box.height() / down;
        for (int i = 0; i < across * down; i++) {
            g.setColor(new Color(argb(i, across, down)));
            double x = box.x() + i % across * width;
            double y = box.y() + Math.floorDiv(i, across) * height;
            g.fill(new Rectangle2D.Double(x, y, width + OVERLAP, height + OVERLAP));
        }
    }

    private void paintImage(Graphics2D g, Box box, int across, int down) {
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = argb(i, across, down);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(box.x(), box.y());
        place.scale(box.width() / across, box.height() / down);
        g.drawImage(image, place, null);
    }

    private int argb(int cell, int across, int down) {
        int row = (int) ((Math.floorDiv(cell, across) + 0.5) * rows() / down);
        int column = (int) ((cell % across + 0.5) * columns() / across);
        return map.argb(values.at(row * columns() + column));
    }

    /** The row of the entry at a height within the box. */
    public int rowAt(Box box, double y) {
        return Math.max(0, Math.min(rows() - 1, (int) ((y - box.y()) / box.height() * rows())));
    }

    /** The column of the entry at a place within the box. */
    public int columnAt(Box box, double x) {
        return Math.max(0, Math.min(columns() - 1, (int) ((x - box.x()) / box.width() * columns())));
    }

    /** The place of an entry within the box. */
    public Box cell(Box box, int row, int column) {
        double width = box.width() / columns();
        double height = box.height() / rows();
        return new Box(box.x() + column * width, box.y() + row * height, width, height);
    }
}
