package unroll.core.model;

/**
 * Truncated backpropagation through time (Williams and Peng 1990): the sequence falls into pieces of some steps, and no
 * gradient passes from a piece to the one before.
 *
 * @param depth k, the steps of a piece; 0 for the whole sequence
 */
public record Truncation(int depth) {
    public static final Truncation NONE = new Truncation(0);

    public Truncation {
        if (depth < 0) {
            throw new IllegalArgumentException("a truncation needs a depth of at least 1 step, not " + depth);
        }
    }

    public boolean exists() {
        return depth > 0;
    }

    /** Whether a piece begins at a step, so that nothing goes back from it to the step before. */
    public boolean cutsBefore(int t) {
        return depth > 0 && t > 1 && (t - 1) % depth == 0;
    }

    /** Whether the way back from a step to the one that a layer ran before it is cut. */
    public boolean cuts(int t, Direction direction, int steps) {
        return direction == Direction.FORWARD ? cutsBefore(t) : t < steps && cutsBefore(t + 1);
    }
}
