package unroll.core.op;

import unroll.core.kernel.Elementary;

/** Scalar functions whose bits do not depend on the processor; the kernels of training give the same ones. */
public final class Functions {
    private Functions() {}

    public static double tanh(double a) {
        return Elementary.tanh(a);
    }

    /** 1/(1+e⁻ᵃ), split by sign so that a closed gate keeps its digits. */
    public static double sigmoid(double a) {
        return Elementary.sigmoid(a);
    }

    public static double exp(double a) {
        return Elementary.exp(a);
    }

    public static double log(double a) {
        return Elementary.log(a);
    }

    /** {@code base} to a whole, non-negative power by repeated squaring. */
    public static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
