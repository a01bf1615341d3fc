package unroll.plot.sheet;

import java.util.List;

/**
 * The range of a small curve.
 *
 * @param low at the foot
 * @param high at the head; never below {@code low}
 * @param logarithmic whether magnitudes are shown, by their logarithms
 */
record Span(double low, double high, boolean logarithmic) {
    /** What the finite numbers take; on a logarithmic scale their magnitudes, exact zero left out. */
    static Span of(List<Sparkline.Point> points, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Sparkline.Point point : points) {
            double value = logarithmic ? Math.abs(point.value()) : point.value();
            if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low <= high ? new Span(low, high, logarithmic) : new Span(0, 0, logarithmic);
    }

    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value != 0);
    }

    boolean crossesZero() {
        return !logarithmic && low < 0 && high > 0;
    }

    /** 0 at the foot, 1 at the head; half way up where all numbers are the same. */
    double position(double value) {
        double from = logarithmic ? Math.log10(low) : low;
        double to = logarithmic ? Math.log10(high) : high;
        double at = logarithmic ? Math.log10(Math.abs(value)) : value;
        return to > from ? (at - from) / (to - from) : 0.5;
    }
}
