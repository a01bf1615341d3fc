package unroll.plot.stage;

/**
 * How wide an edge is drawn for the norm of the gradient on it: the logarithm of 1e−12 … 1e3 from one pixel to the
 * widest, so that equal factors look like equal steps.
 *
 * @param widest px
 */
public record EdgeWidth(double widest) {
    public static final double LOW = 1e-12;
    public static final double HIGH = 1e3;
    private static final double LOW_DECADE = -12;
    private static final double DECADES = 15;
    private static final double THINNEST = 1;

    /** Where a norm lies on the scale, 0 … 1; beyond it, the end. */
    public static double share(double norm) {
        return Math.max(0, Math.min(1, (Math.log10(norm) - LOW_DECADE) / DECADES));
    }

    /** Px; NaN is drawn widest, in a colour of its own. */
    public double of(double norm) {
        return Double.isNaN(norm) ? widest : THINNEST + (widest - THINNEST) * share(norm);
    }
}
