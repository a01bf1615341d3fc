package unroll.plot.circuit;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import unroll.plot.Box;

/**
 * Where everything of a circuit stands. Cards and gaps grow with the room; where even the smallest do not fit, the whole
 * is drawn smaller.
 */
final class CircuitLayout {
    private final CircuitPlan plan;
    private final NodeSizes sizes;
    private final double scale;
    private final double[] columns;
    private final double[] lines;

    private CircuitLayout(CircuitPlan plan, NodeSizes sizes, Box area, double scale) {
        this.plan = plan;
        this.sizes = sizes;
        this.scale = scale;
        Axis across = across(plan, sizes);
        Axis down = down(plan, sizes);
        this.columns = across.places((area.x() + (area.width() - scale * across.length()) / 2) / scale);
        this.lines = down.places((area.y() + (area.height() - scale * down.length()) / 2) / scale);
    }

    static CircuitLayout of(CircuitPlan plan, Signs signs, Box area) {
        DoubleFunction<Axis> across = share -> across(plan, new NodeSizes(signs, share, 0));
        DoubleFunction<Axis> down = share -> down(plan, new NodeSizes(signs, 0, share));
        double fit = Math.min(
                area.width() / across.apply(0).length(),
                area.height() / down.apply(0).length());
        double scale = Math.min(1, fit);
        double width = share(across, area.width() / scale);
        double height = share(down, area.height() / scale);
        return new CircuitLayout(plan, new NodeSizes(signs, width, height), area, scale);
    }

    /** How far to grow so that a length is used up; lengths grow evenly. */
    private static double share(DoubleFunction<Axis> axis, double length) {
        double least = axis.apply(0).length();
        double most = axis.apply(1).length();
        return Math.max(0, Math.min(1, (length - least) / (most - least)));
    }

    private static Axis across(CircuitPlan plan, NodeSizes sizes) {
        return axis(plan, sizes, Slot::layer, NodeSize::left, NodeSize::right, sizes.gapAcross());
    }

    private static Axis down(CircuitPlan plan, NodeSizes sizes) {
        return axis(plan, sizes, Slot::row, NodeSize::up, NodeSize::down, sizes.gapDown());
    }

    private static Axis axis(
            CircuitPlan plan,
            NodeSizes sizes,
            ToIntFunction<Slot> index,
            ToDoubleFunction<NodeSize> before,
            ToDoubleFunction<NodeSize> after,
            double gap) {
        TreeMap<Integer, NodeSize> largest = new TreeMap<>();
        for (Node node : plan.circuit().nodes()) {
            largest.merge(index.applyAsInt(plan.slot(node)), sizes.of(node), NodeSize::max);
        }
        List<NodeSize> each = List.copyOf(largest.values());
        return new Axis(
                each.stream().mapToDouble(before).toArray(),
                each.stream().mapToDouble(after).toArray(),
                gap);
    }

    /** The extents of all layers or of all rows, px before and behind each middle line, with a gap between two. */
    private static final class Axis {
        private final double[] before;
        private final double[] after;
        private final double gap;

        Axis(double[] before, double[] after, double gap) {
            this.before = before;
            this.after = after;
            this.gap = gap;
        }

        double length() {
            double length = gap * (before.length - 1);
            for (int i = 0; i < before.length; i++) {
                length += before[i] + after[i];
            }
            return length;
        }

        /** The lines of the lattice: each middle line and the tracks behind it. */
        double[] places(double start) {
            double[] places = new double[Lattice.PITCH * (before.length - 1) + 1];
            double at = start;
            for (int i = 0; i < before.length; i++) {
                double middle = at + before[i];
                double end = middle + after[i];
                places[Lattice.PITCH * i] = middle;
                for (int track = 1; track < Lattice.PITCH && i < before.length - 1; track++) {
                    places[Lattice.PITCH * i + track] = end + gap * track / Lattice.PITCH;
                }
                at = end + gap;
            }
            return places;
        }
    }

    CircuitPlan plan() {
        return plan;
    }

    Signs signs() {
        return sizes.signs();
    }

    /** By which everything is multiplied when it is drawn. */
    double scale() {
        return scale;
    }

    Point2D center(Node node) {
        Slot slot = plan.slot(node);
        return new Point2D.Double(columns[Lattice.PITCH * slot.layer()], lines[Lattice.PITCH * slot.row()]);
    }

    /** All that belongs to a node. */
    Box box(Node node) {
        return sizes.of(node).at(center(node).getX(), center(node).getY());
    }

    /** Where a node's wires end. */
    Box body(Node node) {
        return node instanceof Node.Operator operator
                ? sizes.body(operator).at(center(node).getX(), center(node).getY())
                : box(node);
    }

    /** The numbers of a product that has no card. */
    Box termStrip(Node node) {
        Box body = body(node);
        double left = body.right() + NodeSizes.TERM_GAP;
        double middle = center(node).getY();
        return new Box(left, middle - NodeSizes.TERM_HEIGHT / 2, box(node).right() - left, NodeSizes.TERM_HEIGHT);
    }

    /** From the edge of one node to that of the other. */
    WirePath path(Wire wire) {
        List<Point2D> points = new ArrayList<>();
        for (Lattice.Point point : plan.route(wire)) {
            points.add(new Point2D.Double(columns[point.column()], lines[point.line()]));
        }
        points.set(0, edge(wire.from(), points.get(0), points.get(1)));
        int last = points.size() - 1;
        points.set(last, edge(wire.to(), points.get(last), points.get(last - 1)));
        return new WirePath(points);
    }

    /** Where the way from a node's centre to a point leaves it. */
    private Point2D edge(Node node, Point2D center, Point2D towards) {
        if (node instanceof Node.Exit) {
            return center;
        }
        Box body = body(node);
        if (center.getY() == towards.getY()) {
            return new Point2D.Double(towards.getX() > center.getX() ? body.right() : body.x(), center.getY());
        }
        return new Point2D.Double(center.getX(), towards.getY() > center.getY() ? body.bottom() : body.y());
    }

    /** Where the wires from a node part. */
    List<Point2D> junctions(Node node) {
        List<Point2D> junctions = new ArrayList<>();
        plan.junctions().forEach((point, from) -> {
            if (from.equals(node)) {
                junctions.add(new Point2D.Double(columns[point.column()], lines[point.line()]));
            }
        });
        return junctions;
    }
}
