package unroll.core.kernel;

import static unroll.core.kernel.Elementary.C0;
import static unroll.core.kernel.Elementary.C1;
import static unroll.core.kernel.Elementary.C2;
import static unroll.core.kernel.Elementary.C3;
import static unroll.core.kernel.Elementary.C4;
import static unroll.core.kernel.Elementary.C5;
import static unroll.core.kernel.Elementary.C6;
import static unroll.core.kernel.Elementary.C7;
import static unroll.core.kernel.Elementary.C8;
import static unroll.core.kernel.Elementary.C9;
import static unroll.core.kernel.Elementary.EXPONENT_SHIFT;
import static unroll.core.kernel.Elementary.EXP_HIGHEST;
import static unroll.core.kernel.Elementary.EXP_LOWEST;
import static unroll.core.kernel.Elementary.LN2_HIGH;
import static unroll.core.kernel.Elementary.LN2_LOW;
import static unroll.core.kernel.Elementary.LOG2_E;
import static unroll.core.kernel.Elementary.ONE_BITS;
import static unroll.core.kernel.Elementary.ROUNDER;
import static unroll.core.kernel.Elementary.SIGMOID_SHARE;
import static unroll.core.kernel.Elementary.TANH_ONE;
import static unroll.core.kernel.Elementary.TANH_SHARE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Elementary}'s functions over arrays, operation by operation the same. Where a function takes two loops over a
 * piece, that is because the compiler stops inlining in a longer one, and boxes vectors from there on.
 */
final class VectorCurves {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    /** Short enough for what one loop leaves to the next to stay in the first cache. */
    private static final int PIECE = 512;

    private final double[] exponentials = new double[PIECE];

    void relu(int length, double[] x, int from, double[] y, int to) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int j = 0; j < length; j += L) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + j);
            v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(y, to + j);
        }
    }

    void tanh(int length, double[] x, int from, double[] y, int to) {
        for (int done = 0; done < length; done += PIECE) {
            int piece = Math.min(PIECE, length - done);
            beginTanh(piece, x, from + done);
            finishTanh(piece, x, from + done, y, to + done);
        }
    }

    /** E = e^{2|x|} − 1. */
    private void beginTanh(int length, double[] x, int from) {
        DoubleVector highest = constant(TANH_ONE);
        for (int j = 0; j < length; j += L) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, from + j).reinterpretAsLongs();
            DoubleVector size = bits.and(Long.MAX_VALUE).reinterpretAsDoubles();
            DoubleVector bounded = size.blend(highest, size.compare(VectorOperators.GT, highest));
            expm1(bounded.add(bounded)).intoArray(exponentials, j);
        }
    }

    private void finishTanh(int length, double[] x, int from, double[] y, int to) {
        DoubleVector one = constant(1);
        DoubleVector two = constant(2);
        DoubleVector share = constant(TANH_SHARE);
        for (int j = 0; j < length; j += L) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, exponentials, j);
            VectorMask<Double> steep = e.compare(VectorOperators.LT, two);
            DoubleVector sum = e.add(two);
            DoubleVector lost = e.sub(sum.sub(two));
            DoubleVector quotient = two.blend(e, steep).div(sum);
            DoubleVector near = quotient.mul(lost).fma(share, quotient);
            LongVector size = one.sub(quotient).blend(near, steep).reinterpretAsLongs();
            LongVector bits = DoubleVector.fromArray(SPECIES, x, from + j).reinterpretAsLongs();
            size.or(bits.and(Long.MIN_VALUE)).reinterpretAsDoubles().intoArray(y, to + j);
        }
    }

    void sigmoid(int length, double[] x, int from, double[] y, int to) {
        for (int done = 0; done < length; done += PIECE) {
            int piece = Math.min(PIECE, length - done);
            beginSigmoid(piece, x, from + done);
            finishSigmoid(piece, x, from + done, y, to + done);
        }
    }

    /** e^{−|x|}. */
    private void beginSigmoid(int length, double[] x, int from) {
        DoubleVector lowest = constant(EXP_LOWEST);
        for (int j = 0; j < length; j += L) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + j);
            DoubleVector negative = v.reinterpretAsLongs().or(Long.MIN_VALUE).reinterpretAsDoubles();
            DoubleVector bounded = negative.blend(lowest, negative.compare(VectorOperators.LT, lowest));
            boundedExp(bounded).intoArray(exponentials, j);
        }
    }

    private void finishSigmoid(int length, double[] x, int from, double[] y, int to) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = constant(1);
        DoubleVector share = constant(SIGMOID_SHARE);
        for (int j = 0; j < length; j += L) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, exponentials, j);
            DoubleVector sum = one.add(e);
            DoubleVector lost = e.sub(sum.sub(one));
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + j);
            DoubleVector quotient =
                    one.blend(e, v.compare(VectorOperators.LT, zero)).div(sum);
            quotient.mul(lost).fma(share, quotient).intoArray(y, to + j);
        }
    }

    void exp(int length, double[] x, int from, double[] y, int to) {
        DoubleVector lowest = constant(EXP_LOWEST);
        DoubleVector highest = constant(EXP_HIGHEST);
        for (int j = 0; j < length; j += L) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + j);
            DoubleVector low = v.blend(lowest, v.compare(VectorOperators.LT, lowest));
            DoubleVector bounded = low.blend(highest, low.compare(VectorOperators.GT, highest));
            boundedExp(bounded).intoArray(y, to + j);
        }
    }

    private static DoubleVector boundedExp(DoubleVector x) {
        DoubleVector rounder = constant(ROUNDER);
        DoubleVector n = x.fma(constant(LOG2_E), rounder).sub(rounder);
        DoubleVector mantissa = constant(1).add(expm1Reduced(x, n));
        DoubleVector half = n.fma(constant(0.5), rounder);
        DoubleVector rest = n.sub(half.sub(rounder)).add(rounder);
        return mantissa.mul(powerOfTwo(half)).mul(powerOfTwo(rest));
    }

    private static DoubleVector expm1(DoubleVector x) {
        DoubleVector rounder = constant(ROUNDER);
        DoubleVector shifted = x.fma(constant(LOG2_E), rounder);
        DoubleVector power = powerOfTwo(shifted);
        return power.fma(expm1Reduced(x, shifted.sub(rounder)), power.sub(constant(1)));
    }

    private static DoubleVector expm1Reduced(DoubleVector x, DoubleVector n) {
        DoubleVector high = n.fma(constant(-LN2_HIGH), x);
        DoubleVector r = n.fma(constant(-LN2_LOW), high);
        DoubleVector rest = n.fma(constant(-LN2_LOW), high.sub(r));
        DoubleVector p = r.fma(constant(C9), constant(C8));
        p = r.fma(p, constant(C7));
        p = r.fma(p, constant(C6));
        p = r.fma(p, constant(C5));
        p = r.fma(p, constant(C4));
        p = r.fma(p, constant(C3));
        p = r.fma(p, constant(C2));
        p = r.fma(p, constant(C1));
        p = r.fma(p, constant(C0));
        p = r.fma(p, constant(0.5));
        return r.add(r.mul(r).fma(p, rest));
    }

    private static DoubleVector powerOfTwo(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                .add(ONE_BITS)
                .reinterpretAsDoubles();
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
