package unroll.plot.chart;

import unroll.plot.axis.LogScale;

/** The smallest and the largest of the positive numbers that it is shown. */
public final class Extent {
    private static final double LEAST_HIGH = 1e-30;

    private double low = Double.POSITIVE_INFINITY;
    private double high;

    /** Takes a number into account; what has no place on a logarithmic axis is passed over. */
    public void add(double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** A logarithmic scale around all numbers, at most so many powers of ten below the largest; from 0.1 to 1 for none. */
    public LogScale scale(int mostDecades) {
        if (high == 0) {
            return LogScale.nice(0.1, 1);
        }
        double lowest = Math.max(high, LEAST_HIGH) * Math.pow(10, -mostDecades);
        return LogScale.nice(Math.max(low, Math.max(lowest, Double.MIN_NORMAL)), high);
    }
}
