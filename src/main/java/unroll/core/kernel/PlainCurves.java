package unroll.core.kernel;

/**
 * The functions of {@link Elementary} for many values, step by step over whole arrays: without a branch and without a
 * look at bits, but for two loops of their own, so that the compiler vectorises the arithmetic. Values at which eˣ needs
 * two powers of two make a whole piece go the slow way.
 */
final class PlainCurves {
    /** The bits of {@link Elementary#ROUNDER} plus n, for the lowest and the highest n with 2ⁿ far from any limit. */
    private static final long LOWEST = Double.doubleToRawLongBits(Elementary.ROUNDER - 1000);

    private static final long HIGHEST = Double.doubleToRawLongBits(Elementary.ROUNDER + 1000);

    /** Times it plus 1, a negative x comes below 0 unless it is so small that e to its power is 1. */
    private static final double STEEP = 0x1p60;

    private final PlainPieces pieces = new PlainPieces();
    private final double[] x = new double[PlainPieces.SIZE];
    private final double[] y = new double[PlainPieces.SIZE];
    private final double[] exponents = new double[PlainPieces.SIZE];
    private final double[] shifted = new double[PlainPieces.SIZE];
    private final double[] powers = new double[PlainPieces.SIZE];

    /** y ← the function's values. */
    void apply(Kernel.Curve curve, int rows, int width, Operand from, Operand to) {
        pieces.begin(rows, width, from.isContiguous(width) && to.isContiguous(width));
        for (; pieces.count() > 0; pieces.next()) {
            pieces.take(from, x);
            switch (curve) {
                case IDENTITY -> System.arraycopy(x, 0, y, 0, pieces.count());
                case RELU -> relu(pieces.count(), x, y);
                case TANH -> tanh(pieces.count());
                case SIGMOID -> sigmoid(pieces.count());
            }
            pieces.put(y, to);
        }
    }

    /** y ← eˣ. */
    void exp(int rows, int width, Operand from, Operand to) {
        pieces.begin(rows, width, from.isContiguous(width) && to.isContiguous(width));
        for (; pieces.count() > 0; pieces.next()) {
            pieces.take(from, x);
            exp(pieces.count());
            pieces.put(y, to);
        }
    }

    private static void relu(int count, double[] x, double[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = Math.max(x[j], 0.0);
        }
    }

    private void exp(int count) {
        bound(count, x, exponents, shifted);
        if (raise(count, shifted, powers)) {
            reduce(count, exponents, shifted, y);
            scale(count, y, powers);
        } else {
            for (int j = 0; j < count; j++) {
                y[j] = Elementary.exp(x[j]);
            }
        }
    }

    private static void bound(int count, double[] x, double[] exponents, double[] shifted) {
        for (int j = 0; j < count; j++) {
            double bounded = Math.min(Math.max(x[j], Elementary.EXP_LOWEST), Elementary.EXP_HIGHEST);
            exponents[j] = bounded;
            shifted[j] = Math.fma(bounded, Elementary.LOG2_E, Elementary.ROUNDER);
        }
    }

    private static void scale(int count, double[] y, double[] powers) {
        for (int j = 0; j < count; j++) {
            y[j] = (1 + y[j]) * powers[j];
        }
    }

    private void tanh(int count) {
        boundTwice(count, x, exponents, shifted);
        if (raise(count, shifted, powers)) {
            reduce(count, exponents, shifted, y);
            divideTanh(count, y, powers);
            sign(count, y, x);
        } else {
            for (int j = 0; j < count; j++) {
                y[j] = Elementary.tanh(x[j]);
            }
        }
    }

    private static void boundTwice(int count, double[] x, double[] exponents, double[] shifted) {
        for (int j = 0; j < count; j++) {
            double bounded = 2 * Math.min(Math.abs(x[j]), Elementary.TANH_ONE);
            exponents[j] = bounded;
            shifted[j] = Math.fma(bounded, Elementary.LOG2_E, Elementary.ROUNDER);
        }
    }

    /** The two forms are put together by factors of 0 and 1, which change no bit. */
    private static void divideTanh(int count, double[] y, double[] powers) {
        for (int j = 0; j < count; j++) {
            double power = powers[j];
            double e = Math.fma(power, y[j], power - 1);
            double sum = e + 2;
            double lost = e - (sum - 2);
            double dividend = Math.min(e, 2);
            double flat = Math.floor(0.5 * dividend);
            double quotient = dividend / sum;
            double steep = Math.fma(quotient * lost, Elementary.TANH_SHARE, quotient);
            y[j] = Math.fma(flat, 1 - quotient, steep * (1 - flat));
        }
    }

    private static void sign(int count, double[] y, double[] x) {
        for (int j = 0; j < count; j++) {
            long sign = Double.doubleToRawLongBits(x[j]) & Long.MIN_VALUE;
            y[j] = Double.longBitsToDouble(Double.doubleToRawLongBits(y[j]) | sign);
        }
    }

    private void sigmoid(int count) {
        boundBelow(count, x, exponents, shifted);
        if (raise(count, shifted, powers)) {
            reduce(count, exponents, shifted, y);
            divideSigmoid(count, y, powers, x);
        } else {
            for (int j = 0; j < count; j++) {
                y[j] = Elementary.sigmoid(x[j]);
            }
        }
    }

    private static void boundBelow(int count, double[] x, double[] exponents, double[] shifted) {
        for (int j = 0; j < count; j++) {
            double bounded = Math.max(-Math.abs(x[j]), Elementary.EXP_LOWEST);
            exponents[j] = bounded;
            shifted[j] = Math.fma(bounded, Elementary.LOG2_E, Elementary.ROUNDER);
        }
    }

    /** The dividend is e where x is negative, else 1. */
    private static void divideSigmoid(int count, double[] y, double[] powers, double[] x) {
        for (int j = 0; j < count; j++) {
            double e = (1 + y[j]) * powers[j];
            double sum = 1 + e;
            double lost = e - (sum - 1);
            double dividend = Math.max(e, Math.min(Math.fma(x[j], STEEP, 1), 1));
            double quotient = dividend / sum;
            y[j] = Math.fma(quotient * lost, Elementary.SIGMOID_SHARE, quotient);
        }
    }

    /** 2ⁿ from n + {@link Elementary#ROUNDER}; whether all of them are ordinary numbers, and so are their multiples. */
    private static boolean raise(int count, double[] shifted, double[] powers) {
        long outside = 0;
        for (int j = 0; j < count; j++) {
            long bits = Double.doubleToRawLongBits(shifted[j]);
            outside |= (bits - LOWEST) | (HIGHEST - bits);
            powers[j] = Double.longBitsToDouble((bits << Elementary.EXPONENT_SHIFT) + Elementary.ONE_BITS);
        }
        return outside >= 0;
    }

    /** eʳ − 1 for r = x − n ln 2. */
    private static void reduce(int count, double[] x, double[] shifted, double[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = Elementary.expm1Reduced(x[j], shifted[j] - Elementary.ROUNDER);
        }
    }
}
