package unroll.plot.gallery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import unroll.core.tensor.Tensor;
import unroll.plot.ColorMap;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;

/**
 * An unrolled network in small: a column a time step, coloured by its states as the lanes are. Many units and steps are
 * sampled evenly.
 *
 * @param states of shape [T, H]; empty while they are not computed
 */
public record PreviewPainter(Optional<Tensor> states) implements Painter {
    private static final int MOST_COLUMNS = 18;
    private static final int MOST_ROWS = 9;
    private static final int WAITING_COLUMNS = 8;
    private static final int WAITING_ROWS = 4;
    private static final double MARGIN = 12;
    private static final double COLUMN_SHARE = 0.62;
    private static final double WIDEST = 26;
    private static final double ROUND = 5;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.SURFACE));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        int steps = states.map(tensor -> tensor.extent(0)).orElse(WAITING_COLUMNS);
        int units = states.map(tensor -> tensor.extent(1)).orElse(WAITING_ROWS);
        int columns = Math.min(MOST_COLUMNS, steps);
        int rows = Math.min(MOST_ROWS, units);
        double pitch = Math.min(WIDEST / COLUMN_SHARE, (width - 2 * MARGIN) / columns);
        double cell = Math.min((height - 2 * MARGIN) / rows, 15);
        double wide = pitch * COLUMN_SHARE;
        double left = (width - pitch * (columns - 1) - wide) / 2;
        double top = (height - cell * rows) / 2;
        ColorMap map = ColorMap.signed(new Range(-range(), range()), palette);
        for (int c = 0; c < columns; c++) {
            double x = left + c * pitch;
            if (c > 0) {
                g.setColor(palette.color(Role.BORDER));
                g.setStroke(new BasicStroke(1.4f));
                g.draw(new Line2D.Double(x - pitch + wide, height / 2, x, height / 2));
            }
            RoundRectangle2D frame = new RoundRectangle2D.Double(x, top, wide, cell * rows, ROUND, ROUND);
            Shape before = g.getClip();
            g.clip(frame);
            for (int r = 0; r < rows; r++) {
                g.setColor(color(map, palette, sample(c, columns, steps), sample(r, rows, units)));
                g.fill(new Rectangle2D.Double(x, top + r * cell, wide, cell));
            }
            g.setClip(before);
            g.setColor(palette.color(Role.BORDER));
            g.setStroke(new BasicStroke(1));
            g.draw(frame);
        }
    }

    /** Index of one of evenly chosen of {@code all}. */
    private static int sample(int index, int shown, int all) {
        return shown == 1 ? 0 : (int) ((long) index * (all - 1) / (shown - 1));
    }

    private Color color(ColorMap map, Palette palette, int t, int unit) {
        if (states.isEmpty()) {
            return palette.color(Role.SUBTLE);
        }
        double value = states.get().at(t * states.get().extent(1) + unit);
        return new Color(map.argb(value));
    }

    /** Symmetric around zero and as wide as the states reach, so that small states show as well. */
    private double range() {
        double widest = 0;
        for (double value : states.map(Tensor::toArray).orElse(new double[0])) {
            widest = Double.isFinite(value) ? Math.max(widest, Math.abs(value)) : widest;
        }
        return widest > 0 ? widest : 1;
    }
}
