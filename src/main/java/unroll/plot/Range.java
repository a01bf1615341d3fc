package unroll.plot;

/**
 * The values that a colour map or an axis spans.
 *
 * @param low smallest value
 * @param high largest value, above {@code low}
 */
public record Range(double low, double high) {
    /** Gates and probabilities. */
    public static final Range UNIT = new Range(0, 1);

    private static final int[] STEPS = {1, 2, 5};

    public Range {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a range needs finite low < high, not " + low + " and " + high);
        }
    }

    /**
     * A symmetric range.
     *
     * @param limit R above 0
     * @return −R … R
     */
    public static Range signed(double limit) {
        return new Range(-limit, limit);
    }

    /**
     * The own range of signed values: ±R with R the smallest of 1, 2, 5 · 10^k not below the largest magnitude, so
     * that it reads as a round number in the legend and moves rarely.
     *
     * @param largest largest magnitude; 0 and NaN (nothing to show) give ±1, infinity the widest finite range
     * @return the symmetric range
     */
    public static Range signedOwn(double largest) {
        return signed(roundUp(largest));
    }

    /**
     * The own range of values that are never negative, such as a loss: 0 … R, with R as for signed values.
     *
     * @param largest largest value
     * @return the range from zero up
     */
    public static Range fromZero(double largest) {
        return new Range(0, roundUp(largest));
    }

    /**
     * Where a value lies.
     *
     * @param value any value
     * @return 0 at {@code low}, 1 at {@code high}, linear, not clamped
     */
    public double share(double value) {
        return (value - low) / (high - low);
    }

    /**
     * The inverse of {@link #share}.
     *
     * @param share 0 at {@code low}, 1 at {@code high}
     * @return the value there
     */
    public double at(double share) {
        return low + (high - low) * share;
    }

    /** Powers of ten are parsed, not multiplied up, so that the legend's 1e−7 is the double 1e−7. */
    private static double roundUp(double largest) {
        if (!(Math.abs(largest) > 0)) {
            return 1;
        }
        double magnitude = Math.abs(largest);
        for (int exponent = Math.getExponent(magnitude) * 3 / 10 - 2; exponent < Double.MAX_EXPONENT; exponent++) {
            for (int step : STEPS) {
                double candidate = Double.parseDouble(step + "e" + exponent);
                if (candidate >= magnitude && candidate > 0) {
                    // ±R must stay a finite span
                    return Math.min(candidate, Double.MAX_VALUE / 2);
                }
            }
        }
        return Double.MAX_VALUE / 2;
    }
}
