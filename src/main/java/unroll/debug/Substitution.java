package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import unroll.core.op.Factor;

/**
 * A formula with numbers in place of its symbols. How numbers are written is left to those who show it.
 *
 * @param pieces from left to right
 */
public record Substitution(List<Piece> pieces) {
    /** A part of the formula. */
    public sealed interface Piece permits Sign, Numeral {}

    /** What is no number: brackets, dots, functions. */
    public record Sign(Notation text) implements Piece {}

    /** A number, written as its place asks for. */
    public record Numeral(double value, Place place) implements Piece {}

    /** Where a number stands. */
    public enum Place {
        /** Alone, or in brackets already. */
        ALONE,
        /** In a product, where a negative number needs brackets. */
        FACTOR,
        /** Not first in a sum: its sign joins it to what stands before. */
        SUMMAND
    }

    public Substitution {
        pieces = List.copyOf(pieces);
    }

    static Substitution of(double value) {
        return new Builder().number(value).build();
    }

    /** Whether it is one bare number, which tells no more than the result. */
    public boolean isNumber() {
        return pieces.size() == 1 && pieces.get(0) instanceof Numeral;
    }

    /** The formula in TeX. */
    public String tex(DoubleFunction<String> numbers) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Sign sign ? sign.text().tex() : written((Numeral) piece, numbers, "-"));
        }
        return text.toString();
    }

    /** The formula in plain text. */
    public String plain(DoubleFunction<String> numbers) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Sign sign ? sign.text().plain() : written((Numeral) piece, numbers, "−"));
        }
        return text.toString();
    }

    private static String written(Numeral number, DoubleFunction<String> numbers, String minus) {
        double value = number.value();
        return switch (number.place()) {
            case ALONE -> numbers.apply(value);
            case FACTOR -> value < 0 ? "(" + numbers.apply(value) + ")" : numbers.apply(value);
            case SUMMAND -> value < 0 ? " " + minus + " " + numbers.apply(-value) : " + " + numbers.apply(value);
        };
    }

    /** The summands of a sum, each with the sign before it; the whole formula where it is none. */
    public List<Substitution> summands() {
        List<Substitution> summands = new ArrayList<>();
        List<Piece> current = new ArrayList<>();
        for (Piece piece : pieces) {
            if (joins(piece) && !current.isEmpty()) {
                summands.add(new Substitution(current));
                current = new ArrayList<>();
            }
            current.add(piece);
        }
        summands.add(new Substitution(current));
        return summands;
    }

    private static boolean joins(Piece piece) {
        return piece instanceof Numeral number
                ? number.place() == Place.SUMMAND
                : ((Sign) piece).text().equals(Builder.PLUS)
                        || ((Sign) piece).text().equals(Builder.MINUS);
    }

    /** Writes a formula from left to right. */
    static final class Builder {
        private static final Notation PLUS = new Notation(" + ", " + ");
        private static final Notation MINUS = new Notation(" − ", " - ");
        private static final Notation TIMES = new Notation(" · ", " \\cdot ");
        private static final Notation NEGATIVE = new Notation("−", "-");

        private final List<Piece> pieces = new ArrayList<>();

        Builder sign(String plain, String tex) {
            return sign(new Notation(plain, tex));
        }

        private Builder sign(Notation text) {
            pieces.add(new Sign(text));
            return this;
        }

        Builder number(double value) {
            pieces.add(new Numeral(value, Place.ALONE));
            return this;
        }

        private Builder factor(double value) {
            pieces.add(new Numeral(value, Place.FACTOR));
            return this;
        }

        /** A number inside a formula that the caller writes: in brackets if it is negative. */
        Builder atom(double value) {
            return pieces.isEmpty() ? number(value) : factor(value);
        }

        /** A factor, joined to what stands before. */
        Builder times(double value) {
            return pieces.isEmpty() ? number(value) : dot().factor(value);
        }

        /** The factor v, or (1 − v), joined to what stands before. */
        Builder times(Factor factor, double v) {
            return factor.complement() ? dot().sign("(1 − ", "(1 - ").factor(v).sign(")", ")") : times(v);
        }

        /** The factor (1 − v²), joined to what stands before. */
        Builder timesOneMinusSquare(double v) {
            return dot().sign("(1 − ", "(1 - ").factor(v).sign("²)", "^2)");
        }

        /** The factor (left − right), joined to what stands before. */
        Builder timesDifference(double left, double right) {
            return dot().difference(left, right);
        }

        /** {@code (left − right)}. */
        Builder difference(double left, double right) {
            return sign("(", "(").number(left).sign(" − ", " - ").factor(right).sign(")", ")");
        }

        private Builder dot() {
            return pieces.isEmpty() ? this : sign(TIMES);
        }

        /** A summand that is one number. */
        Builder plus(double value) {
            pieces.add(new Numeral(value, pieces.isEmpty() ? Place.ALONE : Place.SUMMAND));
            return this;
        }

        /** A summand that is a product. */
        Builder plus(Substitution product) {
            return plus(product, false);
        }

        /** A summand that is a product, or is taken away. */
        Builder plus(Substitution product, boolean negative) {
            boolean leads = pieces.isEmpty() && !negative;
            if (negative) {
                sign(pieces.isEmpty() ? NEGATIVE : MINUS);
            } else if (!leads) {
                sign(PLUS);
            }
            Piece first = product.pieces().get(0);
            pieces.add(!leads && first instanceof Numeral number ? new Numeral(number.value(), Place.FACTOR) : first);
            pieces.addAll(product.pieces().subList(1, product.pieces().size()));
            return this;
        }

        /** What stands in brackets that the caller writes. */
        Builder inner(Substitution formula) {
            pieces.addAll(formula.pieces());
            return this;
        }

        Substitution build() {
            return new Substitution(pieces);
        }
    }
}
