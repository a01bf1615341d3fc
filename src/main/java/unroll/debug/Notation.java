package unroll.debug;

/**
 * A piece of mathematics in both of its writings.
 *
 * @param plain in Unicode, for tooltips and screen readers
 * @param tex for the window
 */
public record Notation(String plain, String tex) {
    /** The same with the number of a time step for t. */
    public Notation atStep(int t) {
        return new Notation(
                plain.replace("ₜ₋₁", Subscripts.of(t - 1))
                        .replace("ₜ₊₁", Subscripts.of(t + 1))
                        .replace("ₜ", Subscripts.of(t)),
                tex.replace("_{t-1}", "_{" + (t - 1) + "}")
                        .replace("_{t+1}", "_{" + (t + 1) + "}")
                        .replace("_t", "_{" + t + "}"));
    }
}
