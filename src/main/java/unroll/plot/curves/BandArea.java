package unroll.plot.curves;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import unroll.plot.axis.Frame;

/** The area of a band behind its curve. */
record BandArea(Frame frame, Doubles xs, Band band) {

    void paint(Graphics2D g, Color color) {
        Path2D area = new Path2D.Double();
        int from = 0;
        while (from < xs.size()) {
            int to = from;
            while (to < xs.size() && isDrawn(to)) {
                to++;
            }
            append(area, from, to);
            from = Math.max(to, from + 1);
        }
        g.setColor(color);
        g.fill(area);
    }

    /** Values that aren't finite, or lie wholly below a logarithmic axis, break the area. */
    private boolean isDrawn(int index) {
        return frame.x().accepts(xs.get(index))
                && Double.isFinite(band.low().get(index))
                && frame.y().accepts(band.high().get(index));
    }

    private void append(Path2D area, int from, int to) {
        if (to - from < 2) {
            return;
        }
        area.moveTo(frame.xOf(xs.get(from)), yOf(band.high().get(from)));
        for (int i = from + 1; i < to; i++) {
            area.lineTo(frame.xOf(xs.get(i)), yOf(band.high().get(i)));
        }
        for (int i = to - 1; i >= from; i--) {
            area.lineTo(frame.xOf(xs.get(i)), yOf(band.low().get(i)));
        }
        area.closePath();
    }

    /** A lower end that a logarithmic axis can't show lies on its bottom. */
    private double yOf(double value) {
        return frame.y().accepts(value) ? frame.yOf(value) : frame.plot().bottom();
    }
}
