package unroll.plot.lanes;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A watched vector over all time steps: its lane without labels, as small as a word, the present step framed.
 *
 * @param strip the lane with its numbers
 * @param steps T
 * @param t the step that is framed
 */
public record Strip(LaneStrip strip, int steps, int t) implements Painter {
    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.SURFACE));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        ColumnLayout columns = new ColumnLayout(
                Viewport.whole(steps), 0, width / Viewport.whole(steps).count());
        strip.heatMap(new StripColors(palette)).paint(g, columns, 1, height - 2, palette);
        g.setColor(palette.color(Role.ACCENT));
        g.setStroke(new BasicStroke(1));
        double frame = Math.max(2, columns.pitch());
        g.draw(new Rectangle2D.Double(columns.center(t) - frame / 2, 0.5, frame, height - 1));
    }
}
