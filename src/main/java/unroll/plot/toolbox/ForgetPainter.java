package unroll.plot.toolbox;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * What a forget gate that always says the same leaves of a memory over the steps.
 *
 * @param bias of the gate, whose other inputs are 0
 */
public record ForgetPainter(double bias) implements Painter {
    private static final int STEPS = 50;
    private static final int MARK = 20;
    private static final double MARGIN = 20;
    private static final double FOOT = 32;

    /** f. */
    public double gate() {
        return 1 / (1 + Math.exp(-bias));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double bottom = height - FOOT - 14;
        double unitX = (width - 2 * MARGIN) / STEPS;
        double unitY = bottom - 8;
        sketch.line(MARGIN, bottom, width - MARGIN, bottom, Role.BORDER, 1);
        sketch.line(MARGIN, 8, MARGIN, bottom, Role.BORDER, 1);
        sketch.dashed(MARGIN + MARK * unitX, 8, MARGIN + MARK * unitX, bottom, Role.BORDER);
        sketch.text("20", MARGIN + MARK * unitX, bottom + 15, Role.MUTED);
        sketch.text("50", width - MARGIN, bottom + 15, Role.MUTED);
        Path2D curve = new Path2D.Double();
        curve.moveTo(MARGIN, 8);
        for (int k = 1; k <= STEPS; k++) {
            curve.lineTo(MARGIN + k * unitX, bottom - Math.pow(gate(), k) * unitY);
        }
        sketch.path(curve, Role.FORWARD, 2.2);
        sketch.dot(MARGIN + MARK * unitX, bottom - Math.pow(gate(), MARK) * unitY, 4, Role.FORWARD);
        String sum = "$f = " + number(gate()) + ", \\quad f^{20} = " + number(Math.pow(gate(), MARK)) + "$";
        sketch.text(sum, width / 2, height - 6, Role.FOREGROUND);
    }

    private static String number(double value) {
        return NumberFormat.format(value).replace('\u2212', '-');
    }
}
