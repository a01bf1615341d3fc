package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A gradient of two numbers, clipped by its norm and by value.
 *
 * @param threshold of both
 */
public record ClippingPainter(double threshold) implements Painter {
    private static final double FIRST = 0.3;
    private static final double SECOND = -4;
    private static final double FOOT = 30;

    /** The angle in degrees by which clipping by value turns the gradient. */
    public double turn() {
        double before = Math.atan2(SECOND, FIRST);
        return Math.toDegrees(Math.atan2(clipped(SECOND), clipped(FIRST)) - before);
    }

    private double clipped(double value) {
        return Math.max(-threshold, Math.min(threshold, value));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double unit = (height - FOOT - 26) / 4.1;
        double shrink = Math.min(1, threshold / Math.hypot(FIRST, SECOND));
        half(sketch, width * 0.27, unit, "$\\theta / \\lVert g \\rVert$", new double[] {FIRST * shrink, SECOND * shrink
        });
        half(sketch, width * 0.73, unit, "$\\pm\\theta$", new double[] {clipped(FIRST), clipped(SECOND)});
        String turn = NumberFormat.format(Math.rint(turn() * 10) / 10);
        sketch.text("0°", width * 0.27, height - 8, Role.MUTED);
        sketch.text(turn + "°", width * 0.73, height - 8, Role.MUTED);
    }

    private static void half(Sketch sketch, double x, double unit, String title, double[] clipped) {
        double top = 28;
        sketch.text(title, x, 15, Role.FOREGROUND);
        sketch.line(x - 2.2 * unit, top, x + 2.2 * unit, top, Role.BORDER, 1);
        sketch.line(x, top, x, top + 4.1 * unit, Role.BORDER, 1);
        sketch.arrow(x, top, x + FIRST * unit, top - SECOND * unit, Role.MUTED, 1.2);
        sketch.arrow(x, top, x + clipped[0] * unit, top - clipped[1] * unit, Role.BACKWARD, 2.6);
    }
}
