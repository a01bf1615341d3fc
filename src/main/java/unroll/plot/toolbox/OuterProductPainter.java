package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.ColorMap;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;

/**
 * δ hᵀ: every entry of one vector times every entry of the other, a matrix.
 *
 * @param second δ's second entry, which the reader moves
 */
public record OuterProductPainter(double second) implements Painter {
    private static final double[] H = {0.8, -0.5, 0.2, -1};
    private static final double GAP = 10;
    private static final double FULL = 2;

    private double[] delta() {
        return new double[] {1, second, -0.4};
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double[] delta = delta();
        double tall = Math.min(34, (height - GAP - 8) / (delta.length + 1));
        double wide = Math.min(62, (width - GAP - 34) / (H.length + 1));
        double left = (width - wide * (H.length + 1) - GAP) / 2 + wide + GAP;
        double top = (height - tall * (delta.length + 1) - GAP) / 2 + tall + GAP;
        ColorMap map = ColorMap.signed(new Range(-FULL, FULL), palette);
        for (int j = 0; j < H.length; j++) {
            cell(sketch, map, left + j * wide, top - GAP - tall, wide, tall, H[j]);
        }
        for (int i = 0; i < delta.length; i++) {
            cell(sketch, map, left - GAP - wide, top + i * tall, wide, tall, delta[i]);
            for (int j = 0; j < H.length; j++) {
                cell(sketch, map, left + j * wide, top + i * tall, wide, tall, delta[i] * H[j]);
            }
        }
        sketch.text("$\\delta\\,h^\\top$", left - GAP - wide / 2, top - GAP - tall / 2 + 5, Role.MUTED);
    }

    private static void cell(
            Sketch sketch, ColorMap map, double x, double y, double width, double height, double value) {
        sketch.cell(x, y, width, height, map.argb(value));
        sketch.text(NumberFormat.format(value), x + width / 2, y + height / 2 + 4.5, Role.FOREGROUND);
    }
}
