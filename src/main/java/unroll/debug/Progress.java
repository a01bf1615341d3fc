package unroll.debug;

/**
 * How much of a sum has been added at the cursor.
 *
 * @param done the increments whose lines have run
 * @param of all of them
 * @param started whether the first line that could add, or a later one, has run; where no line adds, whether the sum is
 *     known to be 0
 */
public record Progress(int done, int of, boolean started) {
    static final Progress VALUE_UNKNOWN = new Progress(0, 1, false);
    static final Progress VALUE_KNOWN = new Progress(1, 1, true);

    public boolean isUnknown() {
        return !started;
    }

    public boolean isPartial() {
        return started && done < of;
    }

    public boolean isComplete() {
        return started && done == of;
    }
}
