package unroll.plot.circuit;

import unroll.plot.Box;

/**
 * The place that a node takes around its centre, through which its wires go.
 *
 * @param left px from the centre to the left end, and so on
 */
record NodeSize(double left, double right, double up, double down) {
    static NodeSize around(double width, double height) {
        return new NodeSize(width / 2, width / 2, height / 2, height / 2);
    }

    NodeSize max(NodeSize other) {
        return new NodeSize(
                Math.max(left, other.left),
                Math.max(right, other.right),
                Math.max(up, other.up),
                Math.max(down, other.down));
    }

    Box at(double x, double y) {
        return new Box(x - left, y - up, left + right, up + down);
    }
}
