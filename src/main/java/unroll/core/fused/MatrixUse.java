package unroll.core.fused;

/**
 * A part of a matrix in the flat parameter array: consecutive rows, and of each the columns that one vector meets.
 *
 * @param offset of the first row's first column in use
 * @param stride from one row to the next
 * @param target how the rows lie in the vector that the product is added to
 * @param source how the columns lie in the vector that is multiplied
 */
record MatrixUse(int offset, int stride, Padding target, Padding source) {
    /** The flat index of an entry. */
    int index(int row, int column) {
        return offset + row * stride + column;
    }
}
