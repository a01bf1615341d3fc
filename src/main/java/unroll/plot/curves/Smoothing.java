package unroll.plot.curves;

/** The exponential mean of a curve, corrected for its start so that it begins at the first value. */
final class Smoothing {

    private Smoothing() {}

    /** {@code weight} is that of the past, 0…1; values that are not finite stay as they are and don't count. */
    static Doubles smooth(Doubles values, double weight) {
        double[] smooth = new double[values.size()];
        double mean = 0;
        double counted = 0;
        for (int i = 0; i < smooth.length; i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                smooth[i] = value;
                continue;
            }
            mean = weight * mean + (1 - weight) * value;
            counted = weight * counted + (1 - weight);
            smooth[i] = mean / counted;
        }
        return Doubles.of(smooth);
    }
}
