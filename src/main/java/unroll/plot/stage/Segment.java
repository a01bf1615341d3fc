package unroll.plot.stage;

import java.awt.geom.Point2D;
import unroll.plot.Box;

/** A straight way between two points, px. */
record Segment(double x1, double y1, double x2, double y2) {
    /** From the middle of a box to the middle of another. */
    static Segment between(Box from, Box to) {
        return new Segment(
                from.x() + from.width() / 2,
                from.y() + from.height() / 2,
                to.x() + to.width() / 2,
                to.y() + to.height() / 2);
    }

    double length() {
        return Math.hypot(x2 - x1, y2 - y1);
    }

    Point2D start() {
        return new Point2D.Double(x1, y1);
    }

    Point2D end() {
        return new Point2D.Double(x2, y2);
    }

    Segment reversed() {
        return new Segment(x2, y2, x1, y1);
    }

    /** Without its last pixels. */
    Segment shortened(double by) {
        Point2D end = at(length() - by, 0);
        return new Segment(x1, y1, end.getX(), end.getY());
    }

    /** Only its last pixels. */
    Segment lastPart(double of) {
        Point2D start = at(length() - of, 0);
        return new Segment(start.getX(), start.getY(), x2, y2);
    }

    /** The point so many pixels along the way and so many to its right. */
    Point2D at(double along, double aside) {
        double length = Math.max(1e-9, length());
        double dx = (x2 - x1) / length;
        double dy = (y2 - y1) / length;
        return new Point2D.Double(x1 + dx * along - dy * aside, y1 + dy * along + dx * aside);
    }

    /** The place it takes when it is so wide. */
    Box area(double width) {
        double left = Math.min(x1, x2) - (x1 == x2 ? width / 2 : 0);
        double top = Math.min(y1, y2) - (y1 == y2 ? width / 2 : 0);
        double across = x1 == x2 ? width : Math.abs(x2 - x1);
        double down = y1 == y2 ? width : Math.abs(y2 - y1);
        return new Box(left, top, across, down);
    }
}
