package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.LinkedHashSet;
import java.util.Set;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * The marks of what a line used: a dashed ring around what it read, a strong one around what it wrote.
 *
 * @param read the places of what it read
 * @param written the places of what it wrote, which outshine the others
 */
public record Rings(Set<Box> read, Set<Box> written) {
    /** Px. */
    public static final double WRITTEN_WIDTH = 2.6;

    /** Px. */
    public static final double READ_WIDTH = 1.6;

    private static final double GLOW_WIDTH = 8;

    public Rings {
        read = new LinkedHashSet<>(read);
        written = new LinkedHashSet<>(written);
    }

    /** Draws them in the colour of the line's phase. */
    public void paint(Graphics2D g, Role phase, Palette palette) {
        for (Box box : read) {
            if (!written.contains(box)) {
                g.setColor(palette.color(phase));
                g.setStroke(Dash.DASHED.stroke(READ_WIDTH));
                g.draw(new RoundFrame(box).ring(1.5));
            }
        }
        for (Box box : written) {
            g.setColor(palette.color(phase, 0.25));
            g.setStroke(new BasicStroke((float) GLOW_WIDTH));
            g.draw(new RoundFrame(box).ring(1));
            g.setColor(palette.color(phase));
            g.setStroke(new BasicStroke((float) WRITTEN_WIDTH));
            g.draw(new RoundFrame(box).ring(1));
        }
    }
}
