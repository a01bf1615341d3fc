package unroll.plot.toolbox;

import java.awt.Graphics2D;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * Two layers over six steps, and one of the routes from the first state of the lower one to the last of the upper one.
 *
 * @param place about the step at which the route goes up
 */
public record RoutesPainter(double place) implements Painter {
    private static final int STEPS = 6;
    private static final double RADIUS = 15;
    private static final double SIDE = 30;
    private static final double HEAD = 44;
    private static final double FOOT = 52;

    /** The step at which the route goes up. */
    int up() {
        return (int) Math.max(1, Math.min(STEPS, Math.rint(place)));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double step = (width - 2 * SIDE) / (STEPS - 1);
        double upper = HEAD;
        double lower = height - FOOT;
        for (int t = 1; t <= STEPS; t++) {
            double x = SIDE + (t - 1) * step;
            edge(sketch, x, lower - RADIUS, x, upper + RADIUS + 2, t == up());
            if (t < STEPS) {
                edge(sketch, x + RADIUS, lower, x + step - RADIUS - 2, lower, t < up());
                edge(sketch, x + RADIUS, upper, x + step - RADIUS - 2, upper, t >= up());
            }
        }
        for (int t = 1; t <= STEPS; t++) {
            double x = SIDE + (t - 1) * step;
            node(sketch, x, lower, t, t <= up());
            node(sketch, x, upper, t, t >= up());
        }
        sketch.text("$t = " + up() + "$", width / 2, height - 10, Role.FOREGROUND);
    }

    private static void edge(Sketch sketch, double x1, double y1, double x2, double y2, boolean isOnWay) {
        sketch.arrow(x1, y1, x2, y2, isOnWay ? Role.ACCENT : Role.BORDER, isOnWay ? 2.6 : 1.2);
    }

    private static void node(Sketch sketch, double x, double y, int t, boolean isOnWay) {
        sketch.node(x, y, RADIUS, "h_" + t);
        if (isOnWay) {
            sketch.ring(x, y, RADIUS, Role.ACCENT, 2);
        }
    }
}
