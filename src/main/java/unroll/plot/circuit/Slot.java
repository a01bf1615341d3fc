package unroll.plot.circuit;

/**
 * The place of a node on the grid.
 *
 * @param layer from the left
 * @param row from the top
 */
record Slot(int layer, int row) {}
