package unroll.plot.curves;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** An immutable list of doubles without a box around each. */
public final class Doubles {
    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    /**
     * A list of the given values.
     *
     * @param values copied
     * @return the list
     */
    public static Doubles of(double... values) {
        return new Doubles(values.clone());
    }

    /**
     * A list of all values of a stream.
     *
     * @param values is read to its end
     * @return the list
     */
    public static Doubles of(DoubleStream values) {
        return new Doubles(values.toArray());
    }

    /**
     * Whole numbers from {@code first} on, as for iterations.
     *
     * @param first the first one
     * @param count how many
     * @return the list
     */
    public static Doubles counting(int first, int count) {
        return of(DoubleStream.iterate(first, value -> value + 1).limit(count));
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public double get(int index) {
        return values[index];
    }

    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /**
     * Where a value would go in a list that rises.
     *
     * @param value any number
     * @return index of the first element not below it; the size if there is none
     */
    public int ceiling(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubles doubles && Arrays.equals(values, doubles.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length <= 8 ? Arrays.toString(values) : values.length + " doubles";
    }
}
