package unroll.core.kernel;

/**
 * Functions of one number from IEEE arithmetic alone, with the same bits on every machine and in every {@link Kernel};
 * within 2 units in the last place, and within 1 where tanh saturates.
 *
 * <p>eˣ: x = n ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite 1980; ln 2 in two parts), eʳ − 1 by a polynomial that
 * interpolates at Chebyshev's nodes to 2.5e-18, and 2ⁿ put together from its bits.
 */
public final class Elementary {
    static final double LOG2_E = 0x1.71547652b82fep+0;
    /** ln 2, short enough for n times it to be exact. */
    static final double LN2_HIGH = 0x1.62e42fee00000p-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** 1.5 · 2⁵²: added to a number below 2⁵¹ it leaves the nearest integer in the lowest bits. */
    static final double ROUNDER = 0x1.8p52;

    /** Of (eʳ − 1 − r − r²/2)/r³, from the constant on. */
    static final double C0 = 0x1.5555555555556p-3;

    static final double C1 = 0x1.5555555555555p-5;
    static final double C2 = 0x1.11111111109b3p-7;
    static final double C3 = 0x1.6c16c16c167e1p-10;
    static final double C4 = 0x1.a01a01a7c41d5p-13;
    static final double C5 = 0x1.a01a01a47b054p-16;
    static final double C6 = 0x1.71de0dae63bb3p-19;
    static final double C7 = 0x1.27e4e1f48534fp-22;
    static final double C8 = 0x1.af38a9b0ec855p-26;
    static final double C9 = 0x1.1f66df7fca49fp-29;

    /** Above this tanh rounds to 1. */
    static final double TANH_ONE = 22;

    /** Beyond these eˣ is infinite, or 0. */
    static final double EXP_HIGHEST = 710;

    static final double EXP_LOWEST = -746;

    /** Minus 1/(E+2) and minus 1/(1+e), about, in the middle of their ranges: what the digits lost from a sum count. */
    static final double TANH_SHARE = -0.4;

    static final double SIGMOID_SHARE = -0.7;

    /** The bits of 1.0, and where its exponent begins. */
    static final long ONE_BITS = 0x3FF0000000000000L;

    static final int EXPONENT_SHIFT = 52;

    /** The bits of √½, rounded down to its high half. */
    private static final long ROOT_HALF_BITS = 0x3FE6A09E00000000L;

    private static final long MANTISSA_BITS = 0x000FFFFFFFFFFFFFL;
    /** Of R, from fdlibm. */
    private static final double LOG1 = 0x1.5555555555593p-1;

    private static final double LOG2 = 0x1.999999997fa04p-2;
    private static final double LOG3 = 0x1.2492494229359p-2;
    private static final double LOG4 = 0x1.c71c51d8e78afp-3;
    private static final double LOG5 = 0x1.7466496cb03dep-3;
    private static final double LOG6 = 0x1.39a09d078c69fp-3;
    private static final double LOG7 = 0x1.2f112df3e5244p-3;

    private Elementary() {}

    /** eˣ. */
    public static double exp(double x) {
        double bounded = x > EXP_HIGHEST ? EXP_HIGHEST : x < EXP_LOWEST ? EXP_LOWEST : x;
        double shifted = Math.fma(bounded, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double mantissa = 1 + expm1Reduced(bounded, n);
        // In two halves: 2ⁿ itself may be no normal number.
        double half = Math.fma(n, 0.5, ROUNDER);
        double first = powerOfTwo(half);
        double second = powerOfTwo(ROUNDER + (n - (half - ROUNDER)));
        return mantissa * first * second;
    }

    /** eˣ − 1 for 0 ≤ x ≤ 44, and NaN for NaN. */
    private static double expm1(double x) {
        double shifted = Math.fma(x, LOG2_E, ROUNDER);
        double power = powerOfTwo(shifted);
        return Math.fma(power, expm1Reduced(x, shifted - ROUNDER), power - 1);
    }

    /** eʳ − 1 for r = x − n ln 2. */
    static double expm1Reduced(double x, double n) {
        double high = Math.fma(n, -LN2_HIGH, x);
        double r = Math.fma(n, -LN2_LOW, high);
        double rest = Math.fma(n, -LN2_LOW, high - r);
        double p = Math.fma(r, C9, C8);
        p = Math.fma(r, p, C7);
        p = Math.fma(r, p, C6);
        p = Math.fma(r, p, C5);
        p = Math.fma(r, p, C4);
        p = Math.fma(r, p, C3);
        p = Math.fma(r, p, C2);
        p = Math.fma(r, p, C1);
        p = Math.fma(r, p, C0);
        p = Math.fma(r, p, 0.5);
        return r + Math.fma(r * r, p, rest);
    }

    /** 2ⁿ, from n + {@link #ROUNDER}. */
    private static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << EXPONENT_SHIFT) + ONE_BITS);
    }

    /**
     * tanh x, from E = e^{2|x|} − 1: E/(E+2) where that is below ½, and else 1 − 2/(E+2), whose distance from 1 keeps
     * its digits.
     */
    public static double tanh(double x) {
        double size = Math.abs(x);
        double e = expm1(2 * (size > TANH_ONE ? TANH_ONE : size));
        boolean steep = e < 2;
        double sum = e + 2;
        double lost = e - (sum - 2);
        double quotient = (steep ? e : 2) / sum;
        double result = steep ? Math.fma(quotient * lost, TANH_SHARE, quotient) : 1 - quotient;
        long sign = Double.doubleToRawLongBits(x) & Long.MIN_VALUE;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(result) | sign);
    }

    /** 1/(1+e⁻ˣ), split by sign so that a closed gate keeps its digits. */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        double sum = 1 + e;
        double lost = e - (sum - 1);
        double quotient = (x < 0 ? e : 1) / sum;
        return Math.fma(quotient * lost, SIGMOID_SHARE, quotient);
    }

    /**
     * The natural logarithm, as in fdlibm: x = 2ᵏ (1 + f), and log(1 + f) = f − f²/2 + s (f²/2 + R(s²)) with s = f/(2 +
     * f).
     */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
        }
        boolean tiny = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(tiny ? x * 0x1p54 : x) - ROOT_HALF_BITS;
        double k = (int) (bits >> EXPONENT_SHIFT) - (tiny ? 54 : 0);
        double f = Double.longBitsToDouble((bits & MANTISSA_BITS) + ROOT_HALF_BITS) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * Math.fma(w, Math.fma(w, LOG6, LOG4), LOG2);
        double odd = z * Math.fma(w, Math.fma(w, Math.fma(w, LOG7, LOG5), LOG3), LOG1);
        double half = 0.5 * f * f;
        double rest = Math.fma(k, LN2_LOW, s * (half + (even + odd)));
        return k * LN2_HIGH - ((half - rest) - f);
    }

    /** max(x, 0). */
    public static double relu(double x) {
        return x > 0 || Double.isNaN(x) ? x : 0;
    }

    /** The slope of a curve where its value is y. */
    static double slope(Kernel.Curve curve, double y) {
        return switch (curve) {
            case IDENTITY -> 1;
            case RELU -> y > 0 ? 1 : 0;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
        };
    }
}
