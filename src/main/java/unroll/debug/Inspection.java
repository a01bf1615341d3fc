package unroll.debug;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Site;

/**
 * One number of a trace explained: the lines that make it, with numbers in place of symbols, and the terms that it is the
 * sum of. Holds only what is known at the cursor.
 *
 * @param subject which number
 * @param progress how far it is computed
 * @param value what is known of it; empty before its first line has run
 * @param parts one for each line that has added to it, in the order in which they ran
 * @param history the same number at every step 0 … T at which it is known
 */
public record Inspection(
        Subject subject, Progress progress, Optional<Double> value, List<Part> parts, List<Point> history) {
    /**
     * The number that is looked at.
     *
     * @param gradient whether ∂L/∂ the unit is meant, not its value
     * @param unit from 0
     */
    public record Subject(Site site, boolean gradient, int t, int row, int unit) {
        /** The name in plain text, such as {@code δh₉[4]}; units count from 1 on the screen. */
        public String plain() {
            String letter = site.quantity().plain() + Subscripts.of(t);
            return (gradient ? "δ" : "") + letter + "[" + (unit + 1) + "]";
        }
    }

    /**
     * What one line makes of the number.
     *
     * @param position where it ran
     * @param tex the line with its time steps as numbers
     * @param numbersTex its right-hand side with the numbers of this unit in place of the symbols
     * @param value the number that it made or added
     * @param terms the summands, largest first; one alone where the line has no sum
     */
    public record Part(Position position, String tex, String numbersTex, double value, List<Summand> terms) {
        public Part {
            terms = terms.stream()
                    .sorted(Comparator.comparingDouble((Summand term) -> -Math.abs(term.value())))
                    .toList();
        }
    }

    /**
     * One summand.
     *
     * @param tex such as {@code U_{4,11}\, h_8}
     * @param value its number
     * @param from the unit that it reads; empty for a bias
     */
    public record Summand(String tex, double value, Optional<Subject> from) {}

    /** The number at a step. */
    public record Point(int t, double value) {}

    public Inspection {
        parts = List.copyOf(parts);
        history = List.copyOf(history);
    }

    /** Looks at a number where the cursor stands. */
    public static Inspection of(Knowledge knowledge, Subject subject) {
        return new Inspector(knowledge, subject).inspect();
    }
}
