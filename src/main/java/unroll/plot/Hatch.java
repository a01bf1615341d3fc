package unroll.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The look of what is not computed yet: slanted lines, unlike every colour that a number can have. */
public final class Hatch {
    /** Distance of the lines along either axis, px. */
    private static final double PITCH = 8;

    private static final BasicStroke PEN = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private Hatch() {}

    /**
     * Fills a rectangle. The lines follow the picture's origin, not the rectangle's, so neighbours join without a seam;
     * they are cut by arithmetic, which keeps clip paths out of vector files.
     *
     * @param g where to draw
     * @param area the rectangle
     * @param palette the theme
     */
    public static void fill(Graphics2D g, Box area, Palette palette) {
        g.setColor(palette.color(Role.HATCH_GROUND));
        g.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
        Path2D lines = new Path2D.Double();
        double last = area.right() + area.bottom();
        for (double sum = Math.ceil((area.x() + area.y()) / PITCH) * PITCH; sum < last; sum += PITCH) {
            // the line x + y = sum
            double left = Math.max(area.x(), sum - area.bottom());
            double right = Math.min(area.right(), sum - area.y());
            lines.append(new Line2D.Double(left, sum - left, right, sum - right), false);
        }
        g.setColor(palette.color(Role.HATCH_LINE));
        g.setStroke(PEN);
        g.draw(lines);
    }
}
