package unroll.core.model;

import java.util.Arrays;

/**
 * Values of one vector over time and rows, flat as {@code [slot][row][unit]}. Slot t holds time step t = 1 … T; slot 0
 * holds what comes before the first step. Internal to the core: the arrays are working memory, not results.
 */
public final class Buffer {
    private final double[] data;
    private final int rows;
    private final int width;

    Buffer(int steps, int rows, int width) {
        this.data = new double[Math.multiplyExact(Math.multiplyExact(steps + 1, rows), width)];
        this.rows = rows;
        this.width = width;
    }

    public double[] data() {
        return data;
    }

    public int width() {
        return width;
    }

    public int rows() {
        return rows;
    }

    /** The index of the first unit of a row at a step. */
    public int offset(int t, int row) {
        return (t * rows + row) * width;
    }

    void clear() {
        Arrays.fill(data, 0);
    }
}
