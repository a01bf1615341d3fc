package unroll.plot.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.function.IntToDoubleFunction;
import unroll.plot.Range;
import unroll.plot.axis.Frame;

/**
 * A curve through given points. It is broken where a value has no place on the scale; what lies beyond an end of the
 * scale runs along that end.
 *
 * @param count of the points
 * @param x of a point
 * @param y of a point
 */
public record Trail(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
    /** Draws the curve. */
    public void paint(Graphics2D g, Frame frame, Color color, Stroke stroke) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int i = 0; i < count; i++) {
            boolean placed = !Double.isNaN(y.applyAsDouble(i));
            if (placed && pen) {
                path.lineTo(px(frame, i), py(frame, i));
            } else if (placed) {
                path.moveTo(px(frame, i), py(frame, i));
            }
            pen = placed;
        }
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(path);
    }

    /** Px from the left of the figure. */
    public double px(Frame frame, int i) {
        return frame.xOf(x.applyAsDouble(i));
    }

    /** Px from the top of the figure, within the scale. */
    public double py(Frame frame, int i) {
        Range range = frame.y().range();
        return frame.yOf(Math.max(range.low(), Math.min(range.high(), y.applyAsDouble(i))));
    }
}
