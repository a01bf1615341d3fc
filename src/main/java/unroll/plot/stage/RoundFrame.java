package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import unroll.plot.Box;
import unroll.plot.lanes.Crisp;

/**
 * Gives a filled rectangle round corners and an outline. The corners are covered in the colour of the ground, which
 * keeps clip paths out of vector files; only they are smoothed, as smoothing whole outlines costs most of a frame.
 *
 * @param box the filled rectangle
 */
public record RoundFrame(Box box) {
    private static final double CORNER = 3.5;
    private static final double WIDTH = 1;
    private static final BasicStroke PEN = new BasicStroke((float) WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private double radius() {
        return Math.min(CORNER, Math.min(box.width(), box.height()) * 0.3);
    }

    public void paint(Graphics2D g, Color ground, Color outline) {
        g.setColor(ground);
        g.fill(cutOff());
        double radius = radius();
        double half = WIDTH / 2;
        double across = box.width() - 2 * radius;
        double down = box.height() - 2 * radius;
        Crisp.fill(g, new Box(box.x() + radius, box.y() - half, across, WIDTH), outline);
        Crisp.fill(g, new Box(box.x() + radius, box.bottom() - half, across, WIDTH), outline);
        Crisp.fill(g, new Box(box.x() - half, box.y() + radius, WIDTH, down), outline);
        Crisp.fill(g, new Box(box.right() - half, box.y() + radius, WIDTH, down), outline);
        g.setColor(outline);
        g.setStroke(PEN);
        g.draw(arcs());
    }

    /** The same shape a little larger, for rings around the frame. */
    public RoundRectangle2D ring(double margin) {
        double corner = 2 * (radius() + margin);
        return new RoundRectangle2D.Double(
                box.x() - margin,
                box.y() - margin,
                box.width() + 2 * margin,
                box.height() + 2 * margin,
                corner,
                corner);
    }

    /** The four pieces outside of the round corners, with a rim against what shows through between pixels. */
    private Path2D cutOff() {
        double rim = WIDTH / 2;
        Path2D pieces = new Path2D.Double();
        for (Corner corner : corners()) {
            pieces.moveTo(corner.x() - rim * corner.dx(), corner.y() - rim * corner.dy());
            pieces.lineTo(corner.x() + radius() * corner.dx(), corner.y() - rim * corner.dy());
            pieces.lineTo(corner.x() + radius() * corner.dx(), corner.y());
            pieces.quadTo(corner.x(), corner.y(), corner.x(), corner.y() + radius() * corner.dy());
            pieces.lineTo(corner.x() - rim * corner.dx(), corner.y() + radius() * corner.dy());
            pieces.closePath();
        }
        return pieces;
    }

    private Path2D arcs() {
        Path2D arcs = new Path2D.Double();
        for (Corner corner : corners()) {
            arcs.moveTo(corner.x() + radius() * corner.dx(), corner.y());
            arcs.quadTo(corner.x(), corner.y(), corner.x(), corner.y() + radius() * corner.dy());
        }
        return arcs;
    }

    /** A corner, and the directions into the rectangle. */
    private record Corner(double x, double y, int dx, int dy) {}

    private Corner[] corners() {
        return new Corner[] {
            new Corner(box.x(), box.y(), 1, 1),
            new Corner(box.right(), box.y(), -1, 1),
            new Corner(box.x(), box.bottom(), 1, -1),
            new Corner(box.right(), box.bottom(), -1, -1)
        };
    }
}
