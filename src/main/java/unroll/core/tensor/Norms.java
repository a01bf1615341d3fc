package unroll.core.tensor;

/** Euclidean norms that neither overflow nor underflow while the result itself is representable. */
public final class Norms {
    private static final double TINY = 1e-140;
    private static final double HUGE = 1e140;

    private Norms() {}

    /** √Σ v² over {@code values[from, from + length)}; NaN if one of them is NaN. */
    public static double euclidean(double[] values, int from, int length) {
        double sum = 0;
        double largest = 0;
        for (int i = from; i < from + length; i++) {
            double magnitude = Math.abs(values[i]);
            sum += magnitude * magnitude;
            if (!(magnitude <= largest)) {
                largest = magnitude;
            }
        }
        if (largest == 0 || !Double.isFinite(largest) || (largest > TINY && largest < HUGE)) {
            return Math.sqrt(sum);
        }
        return scaled(values, from, length, largest);
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
