package unroll.debug.measure;

import java.util.Optional;

/**
 * A measured number beside a bound: left {@code <} factor, or left {@code <} factor · right.
 *
 * @param right another measured number; empty for a bound that is the factor alone
 */
public record Condition(Measure left, Comparison comparison, double factor, Optional<Measure> right) {
    public Condition {
        if (Double.isNaN(factor)) {
            throw new IllegalArgumentException("a bound must be a number");
        }
    }

    /** A measured number beside a fixed one. */
    public static Condition of(Measure left, Comparison comparison, double bound) {
        return new Condition(left, comparison, bound, Optional.empty());
    }

    /**
     * Reads one, such as {@code |dh| < 1e-6 * |dh_T|}, {@code nonfinite(h)} or {@code L > 2}.
     *
     * @throws MeasureProblem saying where, what was expected, and an example
     */
    public static Condition parse(String text) throws MeasureProblem {
        return new Parser(text).condition();
    }

    /** In words that {@link #parse} reads. */
    public String text() {
        String bound = right.map(other -> (factor == 1 ? "" : number(factor) + " · ") + other.text())
                .orElse(number(factor));
        return left.text() + " " + comparison.sign() + " " + bound;
    }

    /** As short as it reads back to the same number. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        String text = Double.toString(value).replace("E", "e");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0e", "e");
    }

    /**
     * Whether it holds.
     *
     * @param other the right-hand measure's value; any where there is none
     */
    public boolean holds(double measured, double other) {
        return comparison.holds(measured, right.isPresent() ? factor * other : factor);
    }
}
