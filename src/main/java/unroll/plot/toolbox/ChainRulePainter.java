package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * Two paths from u to L: along a path the derivatives are multiplied, across the paths the products are added.
 *
 * @param first the derivative ∂p/∂u, which the reader moves
 */
public record ChainRulePainter(double first) implements Painter {
    private static final double P_TO_L = 2;
    private static final double U_TO_Q = 3;
    private static final double Q_TO_L = -0.5;
    private static final double RADIUS = 15;
    private static final double MARGIN = 30;
    private static final double THIN = 1;
    private static final double PER_UNIT = 0.9;

    /** ∂L/∂u over both paths. */
    public double total() {
        return first * P_TO_L + U_TO_Q * Q_TO_L;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double middle = (height - 34) / 2;
        double rise = Math.min(46, middle - RADIUS - 4);
        double left = MARGIN;
        double right = width - MARGIN;
        double centre = width / 2;
        path(sketch, first, P_TO_L, new double[] {left, centre, right, middle, middle - rise});
        path(sketch, U_TO_Q, Q_TO_L, new double[] {left, centre, right, middle, middle + rise});
        sketch.node(left, middle, RADIUS, "u");
        sketch.node(centre, middle - rise, RADIUS, "p");
        sketch.node(centre, middle + rise, RADIUS, "q");
        sketch.node(right, middle, RADIUS, "L");
        String sum = "$\\frac{\\partial L}{\\partial u} = " + number(first) + " \\cdot 2 + 3 \\cdot (-0.5) = "
                + number(total()) + "$";
        sketch.text(sum, width / 2, height - 10, Role.FOREGROUND);
    }

    private static void path(Sketch sketch, double near, double far, double[] at) {
        double thickness = THIN + PER_UNIT * Math.abs(near * far);
        edge(sketch, at[0], at[3], at[1], at[4], near, thickness);
        edge(sketch, at[1], at[4], at[2], at[3], far, thickness);
    }

    private static void edge(
            Sketch sketch, double x1, double y1, double x2, double y2, double derivative, double thickness) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double dx = (x2 - x1) / length * RADIUS;
        double dy = (y2 - y1) / length * RADIUS;
        sketch.arrow(x2 - dx, y2 - dy, x1 + dx, y1 + dy, Role.BACKWARD, thickness);
        sketch.label(NumberFormat.format(derivative), (x1 + x2) / 2, (y1 + y2) / 2 + 5, Role.FOREGROUND);
    }

    private static String number(double value) {
        String text = NumberFormat.format(value).replace('\u2212', '-');
        return value < 0 ? "(" + text + ")" : text;
    }
}
