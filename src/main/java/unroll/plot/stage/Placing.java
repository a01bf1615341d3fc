package unroll.plot.stage;

/** How a stage stands to another one that it is compared with. */
public enum Placing {
    /** There is none. */
    ALONE,
    /** Above the other, which has the map of all steps and the key of signs for both. */
    UPPER,
    /** Below the other. */
    LOWER,
    /** Below the other, with too little room for a map. */
    LOWER_WITHOUT_MAP;

    private static final double LEAST_FOR_MAP = 230;

    /** What is possible in a height, px. */
    Placing within(double height) {
        return this == LOWER && height < LEAST_FOR_MAP ? LOWER_WITHOUT_MAP : this;
    }

    /** Whether the map of all steps stands below. */
    boolean isMapped() {
        return this == ALONE || this == LOWER;
    }

    /** Whether the key of signs stands below. */
    boolean isKeyed() {
        return this != UPPER;
    }

    /** Whether gradients are drawn as wide as in the other, so that the two compare. */
    boolean sharesWidths() {
        return this != ALONE;
    }
}
