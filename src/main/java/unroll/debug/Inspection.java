package unroll.debug;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Site;

/**
 * One number of a trace explained where the cursor stands: the lines that make it, with numbers in place of symbols, and
 * the terms that it is the sum of. Nothing in it is known before its line has run.
 *
 * @param subject which number
 * @param state how far it is computed, and what it is
 * @param parts one for each line that has added to it, in the order in which they ran; none for what is given
 * @param awaited the lines that are still to add to it, in the order in which they will run
 * @param history the same number at every step 0 … T at which it is known, as far as it is summed
 * @param readers the lines that read it, in the order in which they run
 */
public record Inspection(
        Subject subject,
        State state,
        List<Part> parts,
        List<LineAt> awaited,
        List<Point> history,
        List<LineAt> readers) {
    /**
     * The number that is looked at.
     *
     * @param gradient whether ∂L/∂ the unit is meant, not its value
     * @param unit its place in the vector, from 0
     */
    public record Subject(Site site, boolean gradient, int t, int row, int unit) {}

    /**
     * How far a number is computed.
     *
     * @param value as far as it is summed; empty before the first line has run
     */
    public record State(Completeness completeness, Optional<Double> value) {}

    /**
     * What one line makes of the number.
     *
     * @param arrival how an increment of a gradient comes here; empty for a value
     * @param numbers the line's right-hand side with the numbers of this unit
     * @param value what it made or added
     * @param terms the summands, largest first
     * @param origin the one number that the line works on, where the story goes on; empty for sums of many
     */
    public record Part(
            LineAt line,
            Optional<Arrival> arrival,
            Substitution numbers,
            double value,
            List<Summand> terms,
            Optional<Subject> origin) {
        public Part {
            terms = terms.stream()
                    .sorted(Comparator.comparingDouble((Summand term) -> -Math.abs(term.value())))
                    .toList();
        }
    }

    /**
     * How an increment comes.
     *
     * @param ratio its norm over all units in that of the gradient that the line read; empty where it read several
     */
    public record Arrival(Road road, Optional<Ratio> ratio) {}

    /**
     * How much of a gradient a line lets through.
     *
     * @param name such as ‖Uᵀ δa₁₀‖ / ‖δa₁₀‖
     * @param value NaN where nothing came
     */
    public record Ratio(Notation name, double value) {}

    /**
     * One summand.
     *
     * @param name what it comes from, such as {@code h₈[11]}
     * @param product how it is made, in plain text, such as {@code U[4,11] · h₈[11]}
     * @param numbers the same with numbers
     * @param from the number of the network that it reads; empty for a bias
     */
    public record Summand(Notation name, String product, Substitution numbers, double value, Optional<Subject> from) {}

    /** The number at a step. */
    public record Point(int t, double value) {}

    public Inspection {
        parts = List.copyOf(parts);
        awaited = List.copyOf(awaited);
        history = List.copyOf(history);
        readers = List.copyOf(readers);
    }

    /** Looks at a number where the cursor stands. */
    public static Inspection of(Knowledge knowledge, Subject subject) {
        return new Inspector(knowledge, subject).inspect();
    }

    /** How many lines add to the number in all. */
    public int increments() {
        return parts.size() + awaited.size();
    }

    /** The part's magnitude in that of all parts so far, 0 … 1: parts of opposite signs still have their shares. */
    public double share(Part part) {
        double all = parts.stream().mapToDouble(each -> Math.abs(each.value())).sum();
        return all == 0 ? 0 : Math.abs(part.value()) / all;
    }
}
