package unroll.debug.measure;

/**
 * Which time step is measured.
 *
 * @param base what {@code offset} counts from
 */
public record Step(Base base, int offset) {
    /** The step of the line at which the debugger stands. */
    public static final Step HERE = new Step(Base.HERE, 0);
    /** T. */
    public static final Step LAST = new Step(Base.LAST, 0);

    /** What a step is counted from. */
    public enum Base {
        HERE("t"),
        LAST("T"),
        /** Before the first step. */
        START("");

        private final String letter;

        Base(String letter) {
            this.letter = letter;
        }
    }

    /** A step by its number. */
    public static Step of(int t) {
        return new Step(Base.START, t);
    }

    /**
     * The number of the step meant.
     *
     * @param here the step of the line
     * @param steps T
     * @return possibly outside 0 … T
     */
    public int at(int here, int steps) {
        return offset
                + switch (base) {
                    case HERE -> here;
                    case LAST -> steps;
                    case START -> 0;
                };
    }

    /** Such as {@code _t-1}; nothing for the line's own step. */
    String text() {
        if (base == Base.START) {
            return "_" + offset;
        }
        if (offset == 0) {
            return base == Base.HERE ? "" : "_" + base.letter;
        }
        return "_" + base.letter + (offset > 0 ? "+" : "") + offset;
    }
}
