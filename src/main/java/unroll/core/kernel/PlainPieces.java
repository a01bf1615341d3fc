package unroll.core.kernel;

/**
 * Takes operands of one shape piece by piece to arrays of their own and back, so that loops can run over whole arrays. A
 * piece is a number of whole rows, or a part of a wide row; rows without gaps count as one wide row.
 */
final class PlainPieces {
    /** Values in the largest piece: a few arrays of them lie in the nearest cache. */
    static final int SIZE = 256;

    private int rows;
    private int width;
    private int row;
    private int column;
    private int taken;
    private int count;

    /** Begins with the first piece of operands that have gaps, or have none. */
    void begin(int allRows, int rowWidth, boolean contiguous) {
        rows = contiguous ? 1 : allRows;
        width = contiguous ? allRows * rowWidth : rowWidth;
        row = 0;
        column = 0;
        measure();
    }

    private void measure() {
        taken = Math.min(rows - row, Math.max(1, SIZE / Math.max(1, width)));
        count = taken * Math.min(width - column, SIZE);
    }

    /** How many values the present piece has; 0 after the last. */
    int count() {
        return count;
    }

    /** Goes on to the next piece. */
    void next() {
        column += SIZE;
        if (column >= width) {
            column = 0;
            row += taken;
        }
        measure();
    }

    /** Takes the present piece of an operand. */
    void take(Operand x, double[] piece) {
        int length = count / taken;
        int from = x.at + row * x.rowStride + column;
        for (int i = 0; i < count; i += length) {
            System.arraycopy(x.data, from, piece, i, length);
            from += x.rowStride;
        }
    }

    /** Puts the present piece back. */
    void put(double[] piece, Operand y) {
        int length = count / taken;
        int to = y.at + row * y.rowStride + column;
        for (int i = 0; i < count; i += length) {
            System.arraycopy(piece, i, y.data, to, length);
            to += y.rowStride;
        }
    }
}
