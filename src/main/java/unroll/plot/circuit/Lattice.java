package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines along which wires may run, and which wires run there. A net is all wires that leave one node. */
final class Lattice {
    /** Lines from the middle of one layer or row to the next: the middle and the tracks in the gap behind it. */
    static final int PITCH = 4;

    private static final int FREE = 0;

    /**
     * A crossing of two lines.
     *
     * @param column {@link #PITCH} times the layer on its middle line
     * @param line likewise for the row
     */
    record Point(int column, int line) {
        /** The next point on the straight way to another. */
        Point towards(Point other) {
            return new Point(column + Integer.signum(other.column - column), line + Integer.signum(other.line - line));
        }
    }

    private final int width;
    private final int height;
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<Node, Integer> nets = new HashMap<>();
    private final int[] level;
    private final int[] upright;
    private final int[] corner;

    Lattice(Map<Node, Slot> slots) {
        width = PITCH * slots.values().stream().mapToInt(Slot::layer).max().orElse(0) + 1;
        height = PITCH * slots.values().stream().mapToInt(Slot::row).max().orElse(0) + 1;
        slots.forEach((node, slot) -> nodes.put(at(slot), node));
        level = new int[points()];
        upright = new int[points()];
        corner = new int[points()];
    }

    int points() {
        return width * height;
    }

    int at(Slot slot) {
        return PITCH * slot.row() * width + PITCH * slot.layer();
    }

    /** The number of a node's net. */
    int net(Node node) {
        return nets.computeIfAbsent(node, each -> nets.size() + 1);
    }

    /** The node at a point, or null. */
    Node node(int point) {
        return nodes.get(point);
    }

    private int column(int point) {
        return point % width;
    }

    private int line(int point) {
        return point / width;
    }

    /** The next point in a direction; −1 beyond the lattice. */
    int neighbour(int point, Heading heading) {
        int column = column(point) + heading.dx();
        int line = line(point) + heading.dy();
        boolean outside = column < 0 || column >= width || line < 0 || line >= height;
        return outside ? -1 : line * width + column;
    }

    boolean mayBend(int point, int net) {
        return isOwnOrFree(level[point], net) && isOwnOrFree(upright[point], net) && isOwnOrFree(corner[point], net);
    }

    /** Whether a wire may go from one point to the next without lying on another or touching its corner. */
    boolean mayPass(int point, int neighbour, Heading heading, int net) {
        int[] along = heading.isLevel() ? level : upright;
        boolean ends = nodes.containsKey(neighbour);
        return isOwnOrFree(along[point], net)
                && (ends || (isOwnOrFree(along[neighbour], net) && isOwnOrFree(corner[neighbour], net)));
    }

    private static boolean isOwnOrFree(int used, int net) {
        return used == FREE || used == net;
    }

    boolean isOwn(int point, int neighbour, int net) {
        boolean flat = line(point) == line(neighbour);
        int[] along = flat ? level : upright;
        return (along[point] == net || nodes.containsKey(point)) && along[neighbour] == net;
    }

    boolean isCrossed(int point, Heading heading, int net) {
        return !isOwnOrFree((heading.isLevel() ? upright : level)[point], net);
    }

    /** Whether a step leads over half of a node's place, which is wider than a track. */
    boolean isBesideNode(int point, int neighbour) {
        return line(point) == line(neighbour)
                ? column(point) % PITCH == 0 || column(neighbour) % PITCH == 0
                : line(point) % PITCH == 0 || line(neighbour) % PITCH == 0;
    }

    boolean isInGap(int point) {
        return line(point) % PITCH != 0;
    }

    /** Whether a track lies beside the middle of its gap. */
    boolean isOffMiddle(int point, Heading heading) {
        int track = (heading.isLevel() ? line(point) : column(point)) % PITCH;
        return track != 0 && track != PITCH / 2;
    }

    /** Marks a way as used by a net; gives its ends and corners. */
    List<Point> take(List<Integer> points, int net) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int point = points.get(i);
            boolean isEnd = i == 0 || i == points.size() - 1;
            boolean before = i > 0 && line(points.get(i - 1)) == line(point);
            boolean after = i < points.size() - 1 && line(points.get(i + 1)) == line(point);
            if (!nodes.containsKey(point)) {
                mark(point, before, after, net);
            }
            if (isEnd || before != after) {
                corners.add(new Point(column(point), line(point)));
            }
        }
        return corners;
    }

    private void mark(int point, boolean levelBefore, boolean levelAfter, int net) {
        if (levelBefore || levelAfter) {
            level[point] = net;
        }
        if (!levelBefore || !levelAfter) {
            upright[point] = net;
        }
        if (levelBefore != levelAfter) {
            corner[point] = net;
        }
    }
}
