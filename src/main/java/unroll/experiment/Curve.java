package unroll.experiment;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A metric's values over the iterations, as far as they were measured when this was taken. Immutable; a curve that grows
 * shares what it holds already with those taken before.
 */
public final class Curve {
    private static final int FIRST_ROOM = 64;

    private final long[] iterations;
    private final double[] values;
    private final int size;

    private Curve(long[] iterations, double[] values, int size) {
        this.iterations = iterations;
        this.values = values;
        this.size = size;
    }

    public static Curve empty() {
        return new Curve(new long[0], new double[0], 0);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many iterations had been done; for what is measured in an iteration, that one included. */
    public long iteration(int index) {
        requireIndex(index);
        return iterations[index];
    }

    public double value(int index) {
        requireIndex(index);
        return values[index];
    }

    private void requireIndex(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point " + index + " of a curve with " + size);
        }
    }

    public LongStream iterations() {
        return Arrays.stream(iterations, 0, size);
    }

    public DoubleStream values() {
        return Arrays.stream(values, 0, size);
    }

    /** Makes a curve longer. One thread at a time; the curves that it gives out may be read by any. */
    static final class Builder {
        private long[] iterations = new long[FIRST_ROOM];
        private double[] values = new double[FIRST_ROOM];
        private int size;

        void add(long iteration, double value) {
            if (size == values.length) {
                iterations = Arrays.copyOf(iterations, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            iterations[size] = iteration;
            values[size] = value;
            size++;
        }

        /** Nothing below its size is ever written again, so the arrays need no copy. */
        Curve curve() {
            return new Curve(iterations, values, size);
        }
    }
}
