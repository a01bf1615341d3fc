package unroll.core.tensor;

/** Euclidean norms that neither overflow nor underflow while the result itself is representable. */
public final class Norms {
    /** Between these a sum of squares is not harmed by squares that under- or overflow. */
    private static final double TINY = 1e-250;

    private static final double HUGE = 1e300;

    private Norms() {}

    /** √Σ v² over {@code values[from, from + length)}; NaN if one of them is NaN. Every fourth in a sum of its own. */
    public static double euclidean(double[] values, int from, int length) {
        int end = from + length;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < end; i += 4) {
            s0 += values[i] * values[i];
            s1 += values[i + 1] * values[i + 1];
            s2 += values[i + 2] * values[i + 2];
            s3 += values[i + 3] * values[i + 3];
        }
        for (; i < end; i++) {
            s0 += values[i] * values[i];
        }
        double sum = (s0 + s1) + (s2 + s3);
        return sum > TINY && sum < HUGE ? Math.sqrt(sum) : ofExtremes(values, from, length);
    }

    private static double ofExtremes(double[] values, int from, int length) {
        double largest = 0;
        for (int i = from; i < from + length; i++) {
            double magnitude = Math.abs(values[i]);
            if (!(magnitude <= largest)) {
                largest = magnitude;
            }
            if (Double.isNaN(largest)) {
                return largest;
            }
        }
        return largest == 0 || Double.isInfinite(largest) ? largest : scaled(values, from, length, largest);
    }

    private static double scaled(double[] values, int from, int length, double largest) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double share = values[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
