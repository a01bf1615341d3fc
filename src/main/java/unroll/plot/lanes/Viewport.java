package unroll.plot.lanes;

/**
 * The columns that are shown, of steps 0 (the initial state) to T.
 *
 * @param first of the shown steps
 * @param last of the shown steps
 * @param steps T
 */
public record Viewport(int first, int last, int steps) {
    /** How many columns the cursor keeps from either end while the view follows it. */
    private static final int MARGIN = 2;

    /** Fewer columns would only be wider than a screen has use for. */
    private static final int FEWEST = 4;

    public Viewport {
        if (first < 0 || last < first || last > steps) {
            throw new IllegalArgumentException("columns " + first + " … " + last + " of 0 … " + steps);
        }
    }

    /** All columns. */
    public static Viewport whole(int steps) {
        return new Viewport(0, steps, steps);
    }

    /**
     * As many columns as are wide enough to read, the cursor in their middle.
     *
     * @param steps T
     * @param t where the cursor stands
     * @param width px of the whole figure
     * @return all columns where they fit
     */
    public static Viewport readable(int steps, int t, double width) {
        int count = ColumnLayout.readableColumns(width);
        if (count > steps) {
            return whole(steps);
        }
        return new Viewport(0, count - 1, steps).startingAt(t - count / 2);
    }

    /**
     * The same number of columns, moved no further than it takes to show a step.
     *
     * @param t the step to show
     * @return this where it shows the step already
     */
    public Viewport showing(int t) {
        int margin = Math.min(MARGIN, (count() - 1) / 2);
        int lowest = Math.max(0, t - (count() - 1) + margin);
        int highest = Math.max(0, t - margin);
        int start = Math.max(lowest, Math.min(highest, first));
        return startingAt(start);
    }

    /**
     * The same number of columns elsewhere.
     *
     * @param start the wished first step
     * @return as near to it as there are columns
     */
    public Viewport startingAt(int start) {
        int from = Math.max(0, Math.min(steps - count() + 1, start));
        return new Viewport(from, from + count() - 1, steps);
    }

    /**
     * More or fewer columns.
     *
     * @param factor of their number: below 1 the columns get wider; at least one column goes or comes
     * @param anchor the step that keeps its place
     * @return as near to the wish as there are columns; at least {@value #FEWEST}, where there are as many
     */
    public Viewport zoomed(double factor, int anchor) {
        int wished = (int) Math.round(count() * factor);
        int other = factor < 1 ? Math.min(count() - 1, wished) : Math.max(count() + 1, wished);
        int columns = Math.max(Math.min(FEWEST, steps + 1), Math.min(steps + 1, other));
        int kept = Math.max(first, Math.min(last, anchor));
        int start = (int) Math.round(kept - (kept - first + 0.5) / count() * columns + 0.5);
        return new Viewport(0, columns - 1, steps).startingAt(start);
    }

    /** How many columns are shown. */
    public int count() {
        return last - first + 1;
    }

    public boolean isWhole() {
        return count() == steps + 1;
    }

    public boolean contains(int t) {
        return t >= first && t <= last;
    }
}
