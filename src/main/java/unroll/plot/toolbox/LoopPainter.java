package unroll.plot.toolbox;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A loop that is pulled apart into six columns.
 *
 * @param spread from 0, one column that feeds itself, to 1, all of them in a row
 */
public record LoopPainter(double spread) implements Painter {
    private static final int COLUMNS = 6;
    private static final double RADIUS = 15;
    private static final double MARGIN = 28;
    private static final double FOOT = 32;
    /** Below it the columns lie too near for letters of their own. */
    private static final double LETTERS = 0.8;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double state = height * 0.42;
        double input = height - FOOT;
        double step = spread * (width - 2 * MARGIN) / COLUMNS;
        double first = MARGIN + (1 - spread) * (width / 2 - MARGIN);
        if (spread < 1) {
            loop(sketch, first + COLUMNS * step, state, first + step);
        }
        for (int t = COLUMNS; t >= 1; t--) {
            double x = first + t * step;
            if (step > 2 * RADIUS + 6) {
                sketch.arrow(x - step + RADIUS, state, x - RADIUS - 2, state, Role.ACCENT, 1.6);
            }
            sketch.arrow(x, input - 16, x, state + RADIUS + 2, Role.MUTED, 1.4);
            sketch.node(x, state, RADIUS, letter("h", t));
            sketch.text("$" + letter("x", t) + "$", x, input + 4, Role.FOREGROUND);
        }
        if (spread >= LETTERS) {
            sketch.node(first, state, RADIUS, "h_0");
        }
    }

    private String letter(String name, int t) {
        return spread >= LETTERS ? name + "_" + t : name + "_t";
    }

    /** From the last column back into the first, ever fainter as there is less of it. */
    private void loop(Sketch sketch, double from, double y, double to) {
        double up = 62 * (1 - 0.55 * spread);
        Path2D way = new Path2D.Double();
        way.moveTo(from + RADIUS * 0.7, y - RADIUS * 0.7);
        way.curveTo(from + 46, y - up, to - 46, y - up, to - RADIUS * 0.7 - 5, y - RADIUS * 0.7 - 6);
        sketch.path(way, Role.ACCENT, 1.8 * (1 - spread) + 0.3);
        double x = to - RADIUS * 0.7;
        sketch.arrow(x - 4, y - RADIUS * 0.7 - 7, x, y - RADIUS * 0.7, Role.ACCENT, 1.8 * (1 - spread) + 0.3);
    }
}
