package unroll.plot.input;

/**
 * A number that a point of the view stands for.
 *
 * @param t its step, 1 … T
 * @param unit of the input
 * @param value that is drawn there
 */
public record Drawn(int t, int unit, double value) {
    /**
     * The number between this and another, at a step between theirs.
     *
     * @param step from one to the other
     */
    public Drawn towards(Drawn other, int step) {
        double share = other.t == t ? 1 : (double) (step - t) / (other.t - t);
        return new Drawn(step, other.unit, value + share * (other.value - value));
    }
}
