package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * The length of a vector as a point on two axes: a linear one, where all that is small lies at 0, and a logarithmic one,
 * where each factor of ten is as far as the next.
 *
 * @param exponent the power of ten by which the vector (3, 4) is scaled, which the reader moves
 */
public record NormPainter(double exponent) implements Painter {
    private static final int LOWEST = -9;
    private static final int HIGHEST = 1;
    private static final double MARGIN = 26;
    private static final double LINEAR_END = 10;
    private static final double TICK = 4;

    private double scale() {
        return Math.pow(10, exponent);
    }

    /** ‖v‖. */
    public double norm() {
        double x = 3 * scale();
        double y = 4 * scale();
        return Math.sqrt(x * x + y * y);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        String v = "$v = ($" + NumberFormat.format(3 * scale()) + "$,\\ $" + NumberFormat.format(4 * scale()) + "$)$";
        String length = "$\\lVert v \\rVert = \\sqrt{v_1^2 + v_2^2} =$ " + NumberFormat.format(norm());
        sketch.textLeft(v, MARGIN, 20, Role.FOREGROUND);
        sketch.textLeft(length, MARGIN, 46, Role.FOREGROUND);
        double wide = width - 2 * MARGIN;
        double linear = height * 0.55;
        sketch.line(MARGIN, linear, width - MARGIN, linear, Role.MUTED, 1.2);
        for (int tick = 0; tick <= LINEAR_END; tick += 2) {
            double x = MARGIN + wide * tick / LINEAR_END;
            sketch.line(x, linear - TICK, x, linear + TICK, Role.MUTED, 1.2);
            sketch.text(NumberFormat.format(tick), x, linear + 21, Role.MUTED);
        }
        sketch.dot(MARGIN + wide * norm() / LINEAR_END, linear, 5.5, Role.BACKWARD);
        double log = height * 0.82;
        sketch.line(MARGIN, log, width - MARGIN, log, Role.MUTED, 1.2);
        for (int tick = LOWEST; tick <= HIGHEST; tick++) {
            double x = x(wide, tick);
            sketch.line(x, log - TICK, x, log + TICK, Role.MUTED, 1.2);
            if (Math.floorMod(tick, 2) == 1) {
                sketch.text("$10^{" + tick + "}$", x, log + 23, Role.MUTED);
            }
        }
        sketch.dot(x(wide, Math.log10(norm())), log, 5.5, Role.BACKWARD);
    }

    private static double x(double wide, double power) {
        return MARGIN + wide * (power - LOWEST) / (HIGHEST - LOWEST);
    }
}
