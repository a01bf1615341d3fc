package unroll.check;

/**
 * How far a number is off.
 *
 * @param where its path in the file, with the step where steps are compared one by one
 * @param error NaN if the number itself is
 * @param tolerance the largest error that is allowed
 */
public record Deviation(String where, double error, double tolerance) {
    /** Nothing compared yet: anything is further off. */
    static final Deviation NONE = new Deviation("", -1, 1);

    /** Whether the error is within the tolerance; NaN never is. */
    public boolean isAllowed() {
        return error <= tolerance;
    }

    /** The one of the two that is further off, by its own tolerance; this one if they are equal. */
    Deviation orWorse(Deviation other) {
        if (Double.isNaN(error) || other.share() <= share()) {
            return this;
        }
        return other;
    }

    private double share() {
        return error / tolerance;
    }
}
