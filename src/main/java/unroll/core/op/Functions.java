package unroll.core.op;

/** Scalar functions whose bits do not depend on the processor: all rest on {@link StrictMath}. */
public final class Functions {
    private Functions() {}

    public static double tanh(double a) {
        return StrictMath.tanh(a);
    }

    /** 1/(1+e⁻ᵃ), split by sign so that a closed gate keeps its digits. */
    public static double sigmoid(double a) {
        if (a >= 0) {
            return 1 / (1 + StrictMath.exp(-a));
        }
        double power = StrictMath.exp(a);
        return power / (1 + power);
    }

    public static double exp(double a) {
        return StrictMath.exp(a);
    }

    public static double log(double a) {
        return StrictMath.log(a);
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
