package unroll.core.model;

/**
 * Dropout of the layers' inputs (Srivastava et al. 2014): in training each unit at each step is 0 with some probability
 * p and 1 / (1 − p) times itself otherwise, so that its mean stays.
 *
 * @param inputs p for x
 * @param between p for what one layer hands to the next
 */
public record Dropout(double inputs, double between) {
    public static final Dropout NONE = new Dropout(0, 0);

    public Dropout {
        requireRate("inputs", inputs);
        requireRate("layers", between);
    }

    private static void requireRate(String what, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "the dropout of the " + what + " must be a probability from 0 and below 1, not " + rate);
        }
    }

    /** p for the input of a layer. */
    public double rate(int layer) {
        return layer == 0 ? inputs : between;
    }

    /** Whether the input of a layer loses anything. */
    public boolean acts(int layer) {
        return rate(layer) > 0;
    }
}
