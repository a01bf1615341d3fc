package unroll.core.tensor;

/** Euclidean norms that neither overflow nor underflow while the result itself is representable. */
public final class Norms {
    /** Between these a sum of squares is not harmed by squares that under- or overflow. */
    private static final double TINY = 1e-250;

    private static final double HUGE = 1e300;

    private Norms() {}

    /** √Σ v² over {@code values[from, from + length)}; NaN if one of them is NaN. */
    public static double euclidean(double[] values, int from, int length) {
        return euclidean(sumOfSquares(values, from, length), values, from, length);
    }

    /** As {@link #euclidean(double[], int, int)}, where somebody has summed up the squares by now. */
    public static double euclidean(double sum, double[] values, int from, int length) {
        return sum > TINY && sum < HUGE ? Math.sqrt(sum) : ofExtremes(values, from, length);
    }

    /** Infinite where a square is; every eighth in a sum of its own, for additions to one would wait for each other. */
    private static double sumOfSquares(double[] values, int from, int length) {
        int end = from + length;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < end; i += 8) {
            s0 += values[i] * values[i];
            s1 += values[i + 1] * values[i + 1];
            s2 += values[i + 2] * values[i + 2];
            s3 += values[i + 3] * values[i + 3];
            s4 += values[i + 4] * values[i + 4];
            s5 += values[i + 5] * values[i + 5];
            s6 += values[i + 6] * values[i + 6];
            s7 += values[i + 7] * values[i + 7];
        }
        for (; i < end; i++) {
            s0 += values[i] * values[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
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
