package unroll.core.trace;

/** The numbers of one vector over time, for one row, read where they lie: for those who look at all of them. */
public final class Track {
    private final Numbers numbers;
    private final int from;
    private final int units;
    private final int row;

    Track(Numbers numbers, int from, int units, int row) {
        this.numbers = numbers;
        this.from = from;
        this.units = units;
        this.row = row;
    }

    /** How many numbers it has at each step. */
    public int units() {
        return units;
    }

    /** The number at step {@code t}, 0 … T; units are not checked, as this is asked for every cell of a picture. */
    public double at(int t, int unit) {
        return numbers.at(t, row, from + unit);
    }

    /** The Euclidean norm over all units of a step. */
    public double norm(int t) {
        return numbers.norm(t, row, from, units);
    }
}
