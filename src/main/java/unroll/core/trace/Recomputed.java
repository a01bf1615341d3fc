package unroll.core.trace;

import java.util.List;
import java.util.function.IntPredicate;
import unroll.core.op.Activation;

/**
 * What a backward line of products unit by unit gave, computed again from what it read, in the same order.
 *
 * @param pieces of its target, in order
 * @param hasRun whether the line ran for a step; where it did not, all is 0
 */
record Recomputed(int width, List<Piece> pieces, IntPredicate hasRun) implements Numbers {
    Recomputed {
        pieces = List.copyOf(pieces);
    }

    /** Some neighbouring units, each the sum of the terms. */
    record Piece(int from, int width, List<Term> terms) {
        Piece {
            terms = List.copyOf(terms);
        }

        boolean holds(int unit) {
            return unit >= from && unit < from + width;
        }
    }

    /** Part of a vector that a term reads, at the step of the line or beside it. */
    record Reading(Numbers numbers, int shift, int from) {
        double at(int t, int row, int unit) {
            return numbers.at(t + shift, row, from + unit);
        }
    }

    /** One increment, unit by unit. */
    sealed interface Term {
        double at(int t, int row, int unit);

        /** ± δy ⊙ the other factors of the product. */
        record Product(Reading gradient, boolean negative, List<Factor> others) implements Term {
            @Override
            public double at(int t, int row, int unit) {
                double product = gradient.at(t, row, unit);
                for (int i = 0; i < others.size(); i++) {
                    product *= others.get(i).at(t, row, unit);
                }
                return negative ? -product : product;
            }
        }

        /** δy ⊙ φ′(a), from y = φ(a). */
        record Slope(Reading gradient, Activation function, Reading value) implements Term {
            @Override
            public double at(int t, int row, int unit) {
                return gradient.at(t, row, unit) * function.slope(value.at(t, row, unit));
            }
        }
    }

    /** v, or 1 − v. */
    record Factor(Reading value, boolean complement) {
        double at(int t, int row, int unit) {
            double read = value.at(t, row, unit);
            return complement ? 1 - read : read;
        }
    }

    @Override
    public double at(int t, int row, int unit) {
        if (!hasRun.test(t)) {
            return 0;
        }
        // from 0 on, as the line itself adds, so that no sum is −0
        double sum = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.holds(unit)) {
                for (int term = 0; term < piece.terms().size(); term++) {
                    sum += piece.terms().get(term).at(t, row, unit - piece.from());
                }
            }
        }
        return sum;
    }
}
