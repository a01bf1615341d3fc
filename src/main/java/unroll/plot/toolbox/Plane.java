package unroll.plot.toolbox;

import java.awt.geom.Path2D;
import unroll.plot.Role;

/**
 * A plane with the origin in its middle.
 *
 * @param sketch what it is drawn on
 * @param x of the origin, px
 * @param y of the origin, px
 * @param unit px
 */
record Plane(Sketch sketch, double x, double y, double unit) {
    private static final int POINTS = 120;

    /** The matrix [[a, b], [c, d]]. */
    record Matrix(double a, double b, double c, double d) {
        static final Matrix IDENTITY = new Matrix(1, 0, 0, 1);

        double x(double vx, double vy) {
            return a * vx + b * vy;
        }

        double y(double vx, double vy) {
            return c * vx + d * vy;
        }
    }

    void axes(double reach) {
        sketch.line(x - reach, y, x + reach, y, Role.GRID, 1);
        sketch.line(x, y - reach, x, y + reach, Role.GRID, 1);
    }

    /** What a matrix makes of the unit circle. */
    Path2D image(Matrix matrix) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < POINTS; i++) {
            double angle = 2 * Math.PI * i / POINTS;
            double px = x + unit * matrix.x(Math.cos(angle), Math.sin(angle));
            double py = y - unit * matrix.y(Math.cos(angle), Math.sin(angle));
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    void vector(double vx, double vy, Role role, double thickness) {
        sketch.arrow(x, y, x + unit * vx, y - unit * vy, role, thickness);
    }

    void dashedLine(double vx, double vy, Role role) {
        sketch.dashed(x - unit * vx, y + unit * vy, x + unit * vx, y - unit * vy, role);
    }
}
