package unroll.core.model;

import java.util.Arrays;

/**
 * Values of one vector over time and rows, as {@code [slot][row][unit]}. Slot t holds time step t = 1 … T; slot 0 holds
 * what comes before the first step, and in a network that runs both ways slot T + 1 what comes after the last. The two
 * directions of one vector lie side by side in one array, so that whoever reads both finds one vector. Internal to the
 * core: the arrays are working memory, not results.
 */
public final class Buffer {
    private final double[] data;
    private final int rows;
    private final int width;
    private final int stride;
    private final int from;

    Buffer(int slots, int rows, int width) {
        this(new double[Math.multiplyExact(Math.multiplyExact(slots, rows), width)], rows, width, width, 0);
    }

    private Buffer(double[] data, int rows, int width, int stride, int from) {
        this.data = data;
        this.rows = rows;
        this.width = width;
        this.stride = stride;
        this.from = from;
    }

    /** Some units of this vector, on the same array. */
    public Buffer part(int first, int count) {
        return new Buffer(data, rows, count, stride, from + first);
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

    /** The index of the first unit of a row at a step; the others follow it, but rows need not follow one another. */
    public int offset(int t, int row) {
        return (t * rows + row) * stride + from;
    }

    void clear() {
        if (width == stride) {
            Arrays.fill(data, 0);
            return;
        }
        for (int at = from; at < data.length; at += stride) {
            Arrays.fill(data, at, at + width, 0);
        }
    }
}
