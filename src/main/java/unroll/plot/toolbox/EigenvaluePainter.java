package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A vector and what a matrix makes of it. Along two directions it is not turned, only lengthened or shortened: by the
 * eigenvalue.
 *
 * @param degrees the direction of the vector, which the reader moves
 */
public record EigenvaluePainter(double degrees) implements Painter {
    /** U = P diag(1.2, 0.5) P⁻¹ with the directions (1, 0) and (1, 1): both can be read off. */
    private static final Plane.Matrix U = new Plane.Matrix(1.2, -0.7, 0, 0.5);

    private static final double REACH = 1.35;
    private static final double ALIGNED_DEGREES = 0.75;
    private static final double DIAGONAL = Math.sqrt(0.5);

    private double angle() {
        return Math.toRadians(degrees);
    }

    private double vx() {
        return Math.cos(angle());
    }

    private double vy() {
        return Math.sin(angle());
    }

    /** By how many degrees the matrix turns the vector, −180 … 180. */
    public double turn() {
        double x = U.x(vx(), vy());
        double y = U.y(vx(), vy());
        return Math.toDegrees(Math.atan2(vx() * y - vy() * x, vx() * x + vy() * y));
    }

    /** By which factor the matrix lengthens the vector. */
    public double factor() {
        return Math.hypot(U.x(vx(), vy()), U.y(vx(), vy()));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double reach = height / 2 - 6;
        Plane plane = new Plane(sketch, width * 0.66, height / 2, reach / REACH);
        plane.axes(reach);
        plane.dashedLine(1.2, 0, Role.MUTED);
        plane.dashedLine(1.2 * DIAGONAL, 1.2 * DIAGONAL, Role.MUTED);
        sketch.path(plane.image(Plane.Matrix.IDENTITY), Role.GRID, 1.2);
        plane.vector(vx(), vy(), Role.MUTED, 2);
        boolean aligned = Math.abs(turn()) < ALIGNED_DEGREES;
        Role role = aligned ? Role.ACCENT : Role.BACKWARD;
        plane.vector(U.x(vx(), vy()), U.y(vx(), vy()), role, 2.4);
        sketch.textLeft(
                "$U = \\begin{bmatrix} 1.2 & -0.7 \\\\ 0 & 0.5 \\end{bmatrix}$", 8, height * 0.3, Role.FOREGROUND);
        sketch.textLeft("$\\lVert U v \\rVert =$ " + NumberFormat.format(factor()), 8, height * 0.6, Role.FOREGROUND);
        String told = aligned
                ? "$U v =$ " + NumberFormat.format(factor()) + " $v$"
                : "$\\alpha =$ " + Math.round(turn()) + "°";
        sketch.textLeft(told, 8, height * 0.8, role);
    }
}
