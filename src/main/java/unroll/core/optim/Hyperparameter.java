package unroll.core.optim;

/** The intervals that hyperparameters must lie in. */
final class Hyperparameter {
    private Hyperparameter() {}

    /** 0 ≤ value &lt; ∞. */
    static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + name + " must be a number from 0 on, not " + value);
        }
    }

    /** 0 &lt; value &lt; ∞. */
    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + name + " must be a number above 0, not " + value);
        }
    }

    /** 0 ≤ value &lt; 1. */
    static void requireBelowOne(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("the " + name + " must be from 0 to below 1, not " + value);
        }
    }

    /** 0 ≤ value ≤ 1. */
    static void requireFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("the " + name + " must be from 0 to 1, not " + value);
        }
    }
}
