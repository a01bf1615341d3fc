package unroll.plot.lanes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import unroll.plot.Box;

/**
 * Drawing without smoothed edges: rectangles side by side show no seam, and large ones cost a fraction of smoothed
 * ones.
 */
public final class Crisp {
    /**
     * By how much cells that are to touch reach over the next, px: far less than can be seen, but more than the rounding
     * that else leaves out a pixel between them now and then.
     */
    public static final double OVERLAP = 1e-6;

    private Crisp() {}

    /** Runs some drawing without smoothing. */
    public static void draw(Graphics2D g, Runnable drawing) {
        Object smoothing = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        drawing.run();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smoothing);
    }

    /** Fills a rectangle without smoothing. */
    public static void fill(Graphics2D g, Box box, Color color) {
        draw(g, () -> {
            g.setColor(color);
            g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        });
    }
}
