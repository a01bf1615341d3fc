package unroll.plot.circuit;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A way along level and upright lines.
 *
 * @param points its ends and corners, px
 */
record WirePath(List<Point2D> points) {
    WirePath {
        points = List.copyOf(points);
    }

    Point2D start() {
        return points.get(0);
    }

    Point2D end() {
        return points.get(points.size() - 1);
    }

    double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i).distance(points.get(i - 1));
        }
        return length;
    }

    WirePath reversed() {
        List<Point2D> back = new ArrayList<>(points);
        Collections.reverse(back);
        return new WirePath(back);
    }

    /** This way and then another. */
    WirePath then(WirePath next) {
        List<Point2D> both = new ArrayList<>(points);
        both.addAll(next.points);
        return new WirePath(both);
    }

    /** The point so many pixels from the start. */
    Point2D at(double along) {
        double rest = along;
        for (int i = 1; i < points.size(); i++) {
            double length = points.get(i).distance(points.get(i - 1));
            if (rest <= length && length > 0) {
                return between(points.get(i - 1), points.get(i), rest / length);
            }
            rest -= length;
        }
        return end();
    }

    /** Without its last pixels, at most half of its last piece. */
    WirePath shortened(double by) {
        Point2D before = points.get(points.size() - 2);
        double length = before.distance(end());
        List<Point2D> shorter = new ArrayList<>(points.subList(0, points.size() - 1));
        shorter.add(between(before, end(), Math.max(0.5, 1 - by / length)));
        return new WirePath(shorter);
    }

    /** The line to draw, its corners rounded. */
    Path2D rounded(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(start().getX(), start().getY());
        for (int i = 1; i < points.size() - 1; i++) {
            Point2D corner = points.get(i);
            double shortest = Math.min(corner.distance(points.get(i - 1)), corner.distance(points.get(i + 1)));
            double fitting = Math.min(radius, shortest / 2);
            Point2D in = towards(corner, points.get(i - 1), fitting);
            Point2D out = towards(corner, points.get(i + 1), fitting);
            path.lineTo(in.getX(), in.getY());
            path.quadTo(corner.getX(), corner.getY(), out.getX(), out.getY());
        }
        path.lineTo(end().getX(), end().getY());
        return path;
    }

    private static Point2D towards(Point2D from, Point2D to, double by) {
        double length = from.distance(to);
        return length == 0 ? from : between(from, to, by / length);
    }

    private static Point2D between(Point2D from, Point2D to, double share) {
        return new Point2D.Double(
                from.getX() + share * (to.getX() - from.getX()), from.getY() + share * (to.getY() - from.getY()));
    }

    /** How far a point lies from the nearest of the way's. */
    double distance(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            Point2D from = points.get(i - 1);
            Point2D to = points.get(i);
            nearest = Math.min(nearest, Line2D.ptSegDist(from.getX(), from.getY(), to.getX(), to.getY(), x, y));
        }
        return nearest;
    }
}
