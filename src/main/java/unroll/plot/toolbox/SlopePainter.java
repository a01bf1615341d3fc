package unroll.plot.toolbox;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * The curve of tanh with its slope at one place, drawn as a piece of the tangent.
 *
 * @param a where
 */
public record SlopePainter(double a) implements Painter {
    private static final double MOST = 3.2;
    private static final double MARGIN = 18;
    private static final double FOOT = 30;
    private static final double HALF_TANGENT = 0.75;

    /** 1 − h². */
    public double slope() {
        double h = Math.tanh(a);
        return 1 - h * h;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double middle = (height - FOOT) / 2;
        double unitX = (width / 2 - MARGIN) / MOST;
        double unitY = (middle - 8) / 1.1;
        sketch.line(MARGIN, middle, width - MARGIN, middle, Role.BORDER, 1);
        sketch.line(width / 2, 6, width / 2, height - FOOT - 4, Role.BORDER, 1);
        for (int limit = -1; limit <= 1; limit += 2) {
            sketch.dashed(MARGIN, middle - limit * unitY, width - MARGIN, middle - limit * unitY, Role.BORDER);
        }
        Path2D curve = new Path2D.Double();
        curve.moveTo(width / 2 - MOST * unitX, middle - Math.tanh(-MOST) * unitY);
        for (double x = -MOST; x <= MOST; x += 0.05) {
            curve.lineTo(width / 2 + x * unitX, middle - Math.tanh(x) * unitY);
        }
        sketch.path(curve, Role.FORWARD, 2);
        double h = Math.tanh(a);
        double along = HALF_TANGENT;
        sketch.line(
                width / 2 + (a - along) * unitX,
                middle - (h - along * slope()) * unitY,
                width / 2 + (a + along) * unitX,
                middle - (h + along * slope()) * unitY,
                Role.BACKWARD,
                2.5);
        sketch.dot(width / 2 + a * unitX, middle - h * unitY, 4, Role.BACKWARD);
        String sum = "$h = " + number(h) + ", \\quad 1 - h^2 = " + number(slope()) + "$";
        sketch.text(sum, width / 2, height - 8, Role.FOREGROUND);
    }

    private static String number(double value) {
        return NumberFormat.format(value).replace('\u2212', '-');
    }
}
