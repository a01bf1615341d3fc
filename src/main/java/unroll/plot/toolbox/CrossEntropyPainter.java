package unroll.plot.toolbox;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * −ln p over the probability that a network gives to the right one of three classes, beside the level of guessing.
 *
 * @param probability 0 … 1, which the reader moves
 */
public record CrossEntropyPainter(double probability) implements Painter {
    private static final int CLASSES = 3;
    private static final double LEAST = 0.01;
    private static final double LEFT = 34;
    private static final double BOTTOM = 30;
    private static final double HIGHEST = 5;

    /** The loss; that of the least probability shown where it is smaller. */
    public double loss() {
        return -Math.log(Math.max(LEAST, probability));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double right = width - 16;
        double bottom = height - BOTTOM;
        double top = 14;
        sketch.line(LEFT, bottom, right, bottom, Role.MUTED, 1.2);
        sketch.line(LEFT, top, LEFT, bottom, Role.MUTED, 1.2);
        for (int tick = 0; tick <= HIGHEST; tick++) {
            sketch.text(NumberFormat.format(tick), LEFT - 12, y(tick, top, bottom) + 4, Role.MUTED);
        }
        for (double tick : new double[] {0, 0.5, 1}) {
            sketch.text(NumberFormat.format(tick), LEFT + (right - LEFT) * tick, bottom + 20, Role.MUTED);
        }
        double chance = Math.log(CLASSES);
        sketch.dashed(LEFT, y(chance, top, bottom), right, y(chance, top, bottom), Role.MUTED);
        Path2D curve = new Path2D.Double();
        curve.moveTo(LEFT + (right - LEFT) * LEAST, y(-Math.log(LEAST), top, bottom));
        for (double p = LEAST; p <= 1; p += LEAST) {
            curve.lineTo(LEFT + (right - LEFT) * p, y(-Math.log(p), top, bottom));
        }
        sketch.path(curve, Role.FORWARD, 2);
        sketch.label("$\\ln 3 =$ " + NumberFormat.format(chance), right - 46, y(chance, top, bottom) - 8, Role.MUTED);
        double x = LEFT + (right - LEFT) * probability;
        sketch.dot(x, y(loss(), top, bottom), 5.5, Role.ACCENT);
        String told = "$-\\ln$ " + NumberFormat.format(probability) + " $=$ " + NumberFormat.format(loss());
        sketch.text(told, (LEFT + right) / 2 + 20, top + 10, Role.FOREGROUND);
    }

    private static double y(double value, double top, double bottom) {
        return bottom - (bottom - top) * value / HIGHEST;
    }
}
