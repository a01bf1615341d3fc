package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.analysis.Spectrum;
import unroll.core.tensor.Tensor;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * The ellipse into which a matrix turns the unit circle: half its long axis is the largest stretch.
 *
 * @param shear the upper right entry of the matrix, which the reader moves
 */
public record StretchPainter(double shear) implements Painter {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.6;
    private static final double REACH = 2.1;

    private Plane.Matrix matrix() {
        return new Plane.Matrix(FIRST, shear, 0, SECOND);
    }

    /** ‖U‖. */
    public double stretch() {
        return Spectrum.sigmaMax(Tensor.of(new double[] {FIRST, shear, 0, SECOND}, 2, 2));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double reach = height / 2 - 8;
        Plane plane = new Plane(sketch, width * 0.64, height / 2, reach / REACH * 1.2);
        plane.axes(reach);
        sketch.path(plane.image(Plane.Matrix.IDENTITY), Role.MUTED, 1.2);
        sketch.fill(plane.image(matrix()), Role.BACKWARD, 0.14);
        sketch.path(plane.image(matrix()), Role.BACKWARD, 2);
        double angle = longAxis();
        plane.vector(
                matrix().x(Math.cos(angle), Math.sin(angle)),
                matrix().y(Math.cos(angle), Math.sin(angle)),
                Role.ACCENT,
                2.2);
        String entries = "$U = \\begin{bmatrix} 0.9 & "
                + NumberFormat.format(shear).replace('\u2212', '-') + " \\\\ 0 & 0.6 \\end{bmatrix}$";
        sketch.textLeft(entries, 8, height * 0.4, Role.FOREGROUND);
        sketch.textLeft("$\\lVert U \\rVert =$ " + NumberFormat.format(stretch()), 8, height * 0.72, Role.ACCENT);
    }

    /** The direction that is lengthened most: it maximises ‖Uv‖², a sine wave of twice the angle. */
    private double longAxis() {
        double xx = FIRST * FIRST;
        double yy = shear * shear + SECOND * SECOND;
        double xy = FIRST * shear;
        return Math.atan2(2 * xy, xx - yy) / 2;
    }
}
