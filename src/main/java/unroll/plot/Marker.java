package unroll.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Shapes on curves that tell them apart where neither colour nor dashes can: dense curves on a grey print. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    PLUS;

    private static final double SIZE = 7;
    private static final double OUTLINE = 1.2;
    private static final double PEN = 2;

    /**
     * The n-th shape.
     *
     * @param index from 0; the shapes repeat
     */
    public static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /**
     * Draws the shape around a point, on a rim of the ground so that lines below don't run into it.
     *
     * @param ground behind the figure
     */
    public void paint(Graphics2D g, double x, double y, Color color, Color ground) {
        Shape shape = around(x, y);
        boolean open = this == CROSS || this == PLUS;
        g.setStroke(new BasicStroke(
                (float) (open ? PEN + 2 * OUTLINE : 2 * OUTLINE), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(ground);
        g.draw(shape);
        g.setColor(color);
        if (open) {
            g.setStroke(new BasicStroke((float) PEN, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(shape);
        } else {
            g.fill(shape);
        }
    }

    private Shape around(double x, double y) {
        double r = SIZE / 2;
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, SIZE, SIZE);
            case SQUARE -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case TRIANGLE -> polygon(x, y - 1.2 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
            case DIAMOND -> polygon(x, y - 1.35 * r, x + 1.35 * r, y, x, y + 1.35 * r, x - 1.35 * r, y);
            case CROSS -> strokes(x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r);
            case PLUS -> strokes(x - 1.2 * r, y, x + 1.2 * r, y, x, y - 1.2 * r, x, y + 1.2 * r);
        };
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Each four numbers are a line. */
    private static Shape strokes(double... lines) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < lines.length; i += 4) {
            path.moveTo(lines[i], lines[i + 1]);
            path.lineTo(lines[i + 2], lines[i + 3]);
        }
        return path;
    }
}
