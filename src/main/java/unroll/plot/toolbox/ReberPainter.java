package unroll.plot.toolbox;

import java.awt.Graphics2D;
import java.util.List;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A walk through Reber's grammar, which writes a string of the embedded grammar on its way.
 *
 * @param place how many symbols have been written
 */
public record ReberPainter(double place) implements Painter {
    private static final double RADIUS = 11;
    private static final double LOOP = 13;
    private static final double HEAD = 26;
    private static final double FOOT = 46;
    private static final double PITCH = 17;

    /** Where the nodes lie, as shares of the width and the height. */
    private static final double[][] NODES = {
        {0.08, 0.5}, {0.34, 0.12}, {0.34, 0.88}, {0.66, 0.12}, {0.66, 0.88}, {0.92, 0.5}
    };

    /** A way from one node to another, and what is written on it. */
    private record Way(int from, int to, String symbol) {
        boolean isLoop() {
            return from == to;
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(0, 1, "T"),
            new Way(0, 2, "P"),
            new Way(1, 1, "S"),
            new Way(1, 3, "X"),
            new Way(2, 2, "T"),
            new Way(2, 4, "V"),
            new Way(3, 2, "X"),
            new Way(3, 5, "S"),
            new Way(4, 3, "P"),
            new Way(4, 5, "V"));

    private static final String WRITTEN = "BPBTSSXXVVEPE";

    /** The node that the walk has reached after each symbol of the string; before the inner string the first. */
    private static final int[] REACHED = {0, 0, 0, 0, 1, 1, 1, 3, 2, 4, 5, 5, 5, 5};

    /** How many symbols the walk writes. */
    public static int length() {
        return WRITTEN.length();
    }

    private int written() {
        return Math.max(0, Math.min(length(), (int) Math.rint(place)));
    }

    /** What the walk has written. */
    public String text() {
        return WRITTEN.substring(0, written());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Sketch sketch = new Sketch(g, width, height, palette);
        double tall = height - HEAD - FOOT;
        int here = REACHED[written()];
        int before = REACHED[Math.max(0, written() - 1)];
        boolean walked = written() > 3 && written() <= 10;
        for (Way way : WAYS) {
            boolean now = walked && way.from() == before && way.to() == here;
            paint(sketch, way, width, tall, now);
        }
        for (int node = 0; node < NODES.length; node++) {
            sketch.dot(x(node, width), y(node, tall), RADIUS, node == here ? Role.FORWARD : Role.BORDER);
            sketch.dot(x(node, width), y(node, tall), RADIUS - 2, node == here ? Role.FORWARD : Role.SURFACE);
        }
        double left = width / 2 - PITCH * (length() - 1) / 2;
        for (int i = 0; i < length(); i++) {
            boolean outer = i == 1 || i == length() - 2;
            Role role = i >= written() ? Role.BORDER : outer ? Role.BACKWARD : Role.FOREGROUND;
            sketch.text(WRITTEN.substring(i, i + 1), left + i * PITCH, height - 10, role);
        }
    }

    private static double x(int node, double width) {
        return NODES[node][0] * width;
    }

    private static double y(int node, double height) {
        return HEAD + NODES[node][1] * height;
    }

    private static void paint(Sketch sketch, Way way, double width, double tall, boolean now) {
        Role role = now ? Role.FORWARD : Role.BORDER;
        double thickness = now ? 2.4 : 1.2;
        double x1 = x(way.from(), width);
        double y1 = y(way.from(), tall);
        if (way.isLoop()) {
            double side = NODES[way.from()][1] < 0.5 ? -1 : 1;
            sketch.ring(x1, y1 + side * (RADIUS + LOOP * 0.6), LOOP, role, thickness);
            sketch.label(way.symbol(), x1 + LOOP + 10, y1 + side * (RADIUS + LOOP * 0.6) + 4, Role.FOREGROUND);
            return;
        }
        double x2 = x(way.to(), width);
        double y2 = y(way.to(), tall);
        double length = Math.hypot(x2 - x1, y2 - y1);
        double ux = (x2 - x1) / length * (RADIUS + 1);
        double uy = (y2 - y1) / length * (RADIUS + 1);
        sketch.arrow(x1 + ux, y1 + uy, x2 - ux, y2 - uy, role, thickness);
        sketch.label(way.symbol(), x1 + (x2 - x1) * 0.4, y1 + (y2 - y1) * 0.4 + 4, Role.FOREGROUND);
    }
}
