package unroll.plot.circuit;

/**
 * What one node hands to another.
 *
 * @param line the index of the line that it belongs to, or {@link #NONE} for a way out
 */
record Wire(Node from, Node to, int line) {
    static final int NONE = -1;
}
