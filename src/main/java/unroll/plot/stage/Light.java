package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import unroll.plot.Palette;
import unroll.plot.Role;

/** The light that travels from what a line reads to what it writes. */
public record Light(Point2D place) {
    private static final double RADIUS = 5;
    private static final double GLOW = 14;
    private static final double GLOW_STEP = 1.5;
    private static final double GLOW_OPACITY = 0.12;

    /** Draws it in the colour of a phase, with discs and no gradient paint, which vector files lose. */
    public void paint(Graphics2D g, Role phase, Palette palette) {
        g.setColor(palette.color(phase, GLOW_OPACITY));
        for (double radius = GLOW; radius > RADIUS; radius -= GLOW_STEP) {
            g.fill(disc(radius));
        }
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(disc(RADIUS));
        g.setColor(palette.color(phase));
        g.setStroke(new BasicStroke((float) Rings.WRITTEN_WIDTH));
        g.draw(disc(RADIUS));
    }

    private Ellipse2D disc(double radius) {
        return new Ellipse2D.Double(place.getX() - radius, place.getY() - radius, 2 * radius, 2 * radius);
    }
}
