package unroll.plot.sheet;

import unroll.plot.NumberFormat;

/** Numbers in formulas, written as everywhere else. */
public final class NumberTex {
    private NumberTex() {}

    /** Such as {@code -3.116\mathrm{e}{-}4}. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        String text = NumberFormat.format(value).replace('\u2212', '-');
        int exponent = text.indexOf('e');
        return exponent < 0
                ? text
                : text.substring(0, exponent)
                        + "\\mathrm{e}"
                        + text.substring(exponent + 1).replace("-", "{-}");
    }
}
