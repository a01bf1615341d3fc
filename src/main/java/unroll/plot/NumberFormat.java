package unroll.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one map from number to text. It never asks the default locale: the decimal sign is a point everywhere.
 *
 * <p>{@link #format} is for reading, with a real minus sign; {@link #exact} is for files, where ASCII is expected.
 */
public final class NumberFormat {
    /** Longest text {@link #format} can give, for reserving room: sign, four digits, point, exponent. */
    public static final String WIDEST = "\u22128.888e\u2212308";

    /** As wide as numbers mostly are in running text. */
    public static final String WIDEST_USUAL = "0.08888";

    private static final String MINUS = "\u2212";
    /** Narrow no-break space between groups of three digits of a count. */
    private static final char GROUP = '\u202f';

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.001");
    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1000000");

    /** Whole ticks are written out below this. */
    private static final BigDecimal LARGEST_COUNT = new BigDecimal("100000000");

    /** Every normal double is told apart from its neighbours by 17 digits; some by 15 already. */
    private static final int MOST_DIGITS = 17;

    private static final int DIGITS_ALWAYS_KEPT = 15;

    private NumberFormat() {}

    /**
     * Four significant digits without trailing zeros: {@code 0.0312}, {@code −3.116e−4}, {@code 12346}. The whole
     * part of a number below a million is never rounded away.
     *
     * @param value any double
     * @return {@code "0"} for both zeros, {@code "NaN"}, {@code "∞"} or {@code "−∞"} where it applies
     */
    public static String format(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        if (value == 0) {
            return "0";
        }
        String text = rounded(new BigDecimal(Math.abs(value)));
        return (value < 0 ? MINUS + text : text).replace("e-", "e" + MINUS);
    }

    /**
     * A tick of an axis: as many decimals as its step needs, and no more, so that neighbours never read the same.
     *
     * @param value a multiple of the step
     * @param step distance of the ticks, above 0
     * @return the text; whole numbers are grouped
     */
    public static String tick(double value, double step) {
        BigDecimal stepped = new BigDecimal(step).round(FOUR_DIGITS).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(value).setScale(Math.max(0, stepped.scale()), RoundingMode.HALF_EVEN);
        BigDecimal magnitude = exact.abs();
        if (exact.signum() == 0) {
            return "0";
        }
        if (magnitude.compareTo(SMALLEST_PLAIN) < 0 || magnitude.compareTo(LARGEST_COUNT) >= 0) {
            return format(value);
        }
        String text = exact.stripTrailingZeros().scale() <= 0
                ? count(magnitude.longValueExact())
                : magnitude.stripTrailingZeros().toPlainString();
        return exact.signum() < 0 ? MINUS + text : text;
    }

    /**
     * A place on an axis, such as an iteration: whole numbers in groups of three, others as {@link #format} has them.
     *
     * @param value any double
     * @return the text
     */
    public static String place(double value) {
        boolean countable = value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT.doubleValue();
        return countable ? count((long) value) : format(value);
    }

    /**
     * A whole number in groups of three: {@code 1 240}.
     *
     * @param count any whole number
     * @return its digits, grouped from four digits on
     */
    public static String count(long count) {
        String digits = Long.toString(count);
        StringBuilder text = new StringBuilder(digits.replace("-", ""));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, GROUP);
        }
        return count < 0 ? MINUS + text : text.toString();
    }

    /**
     * The shortest decimal that {@link Double#parseDouble} reads back as the same bits (all NaNs count as one).
     *
     * @param value any double
     * @return ASCII text; {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"} and {@code "-0"} where it applies
     */
    public static String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        double magnitude = Math.abs(value);
        String text = notation(shortest(magnitude));
        return value < 0 ? "-" + text : text;
    }

    private static String rounded(BigDecimal magnitude) {
        BigDecimal four = magnitude.round(FOUR_DIGITS);
        boolean wholePartIsLonger = four.compareTo(new BigDecimal(1000)) >= 0 && magnitude.compareTo(LARGEST_PLAIN) < 0;
        if (!wholePartIsLonger) {
            return notation(four);
        }
        BigDecimal whole = magnitude.setScale(0, RoundingMode.HALF_EVEN);
        return notation(whole.compareTo(LARGEST_PLAIN) < 0 ? whole : four);
    }

    /** Plain between a thousandth and a million, else one digit, a point, the rest and the exponent. */
    private static String notation(BigDecimal magnitude) {
        BigDecimal stripped = magnitude.stripTrailingZeros();
        if (stripped.compareTo(SMALLEST_PLAIN) >= 0 && stripped.compareTo(LARGEST_PLAIN) < 0) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().toString();
        int exponent = digits.length() - 1 - stripped.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + exponent;
    }

    /** Subnormal numbers carry fewer digits, so their search starts at one. */
    private static BigDecimal shortest(double magnitude) {
        BigDecimal full = new BigDecimal(magnitude);
        int digits = magnitude < Double.MIN_NORMAL ? 1 : DIGITS_ALWAYS_KEPT;
        while (digits < MOST_DIGITS) {
            BigDecimal candidate = full.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (candidate.doubleValue() == magnitude) {
                return candidate;
            }
            digits++;
        }
        return full.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
