package unroll.core.data;

/**
 * The straight line by which data were brought to 0 … 1, so that errors can be told in the data's own units.
 *
 * @param low what becomes 0
 * @param high what becomes 1
 */
public record Scaling(double low, double high) {
    /** Data as they are. */
    public static final Scaling NONE = new Scaling(0, 1);

    public Scaling {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("values from " + low + " to " + high
                    + " have no range to scale by: the training part must hold at least two different values");
        }
    }

    /** The scaling by the smallest and the largest of some values. */
    public static Scaling byRangeOf(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new Scaling(low, high);
    }

    public double scale(double value) {
        return (value - low) / (high - low);
    }

    /** The value in the data's units. */
    public double restore(double scaled) {
        return low + scaled * (high - low);
    }
}
