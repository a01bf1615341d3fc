package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Elementary}'s functions over arrays, operation by operation the same.
 *
 * <p>Each takes two loops over a piece: one for the exponential, one for what is made of it. The bodies call no method of
 * ours, and neither is long: where the compiler stops inlining, it boxes every vector.
 */
final class VectorCurves {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    /** How many values the first loop leaves to the second: both results fit the first cache. */
    private static final int PIECE = 1024;

    private double[] shifts = {};
    private double[] parts = {};

    private int rowsAtOnce(int width) {
        int rows = Math.max(1, PIECE / Math.max(1, width));
        if (parts.length < rows * width) {
            shifts = new double[rows * width];
            parts = new double[rows * width];
        }
        return rows;
    }

    void relu(int rows, int width, Operand x, Operand y) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            int from = x.at + i * x.rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, x.data, from + j);
                v.blend(zero, v.compare(VectorOperators.LE, zero)).intoArray(y.data, to + j);
            }
        }
    }

    void tanh(int rows, int width, Operand x, Operand y) {
        int piece = rowsAtOnce(width);
        for (int i = 0; i < rows; i += piece) {
            int count = Math.min(piece, rows - i);
            int from = x.at + i * x.rowStride;
            reduce(count, width, x, from, Elementary.TANH_ONE, 2);
            finishTanh(count, width, x, from, y, y.at + i * y.rowStride);
        }
    }

    void sigmoid(int rows, int width, Operand x, Operand y) {
        int piece = rowsAtOnce(width);
        for (int i = 0; i < rows; i += piece) {
            int count = Math.min(piece, rows - i);
            int from = x.at + i * x.rowStride;
            reduce(count, width, x, from, -Elementary.EXP_LOWEST, -1);
            finishExp(count * width);
            finishSigmoid(count, width, x, from, y, y.at + i * y.rowStride);
        }
    }

    /** Of numbers up to 0. */
    void exp(int rows, int width, Operand x, Operand y) {
        int piece = rowsAtOnce(width);
        for (int i = 0; i < rows; i += piece) {
            int count = Math.min(piece, rows - i);
            reduce(count, width, x, x.at + i * x.rowStride, -Elementary.EXP_LOWEST, -1);
            finishExp(count * width);
            for (int row = 0; row < count; row++) {
                System.arraycopy(parts, row * width, y.data, y.at + (i + row) * y.rowStride, width);
            }
        }
    }

    /** z = scale · min(|x|, limit) = n ln 2 + r: leaves n + {@link Elementary#ROUNDER}, and eʳ − 1. */
    private void reduce(int rows, int width, Operand x, int start, double limit, double scale) {
        DoubleVector limits = DoubleVector.broadcast(SPECIES, limit);
        DoubleVector scales = DoubleVector.broadcast(SPECIES, scale);
        DoubleVector log2e = DoubleVector.broadcast(SPECIES, Elementary.LOG2_E);
        DoubleVector rounder = DoubleVector.broadcast(SPECIES, Elementary.ROUNDER);
        DoubleVector high = DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH);
        DoubleVector low = DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW);
        int from = start;
        int to = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j += L) {
                LongVector bits =
                        DoubleVector.fromArray(SPECIES, x.data, from + j).reinterpretAsLongs();
                DoubleVector size = bits.and(Long.MAX_VALUE).reinterpretAsDoubles();
                DoubleVector z = size.blend(limits, size.compare(VectorOperators.GT, limits))
                        .mul(scales);
                DoubleVector shifted = z.fma(log2e, rounder);
                shifted.intoArray(shifts, to + j);
                DoubleVector n = shifted.sub(rounder);
                DoubleVector upper = n.fma(high, z);
                DoubleVector r = n.fma(low, upper);
                DoubleVector rest = n.fma(low, upper.sub(r));
                DoubleVector p = r.fma(
                        DoubleVector.broadcast(SPECIES, Elementary.C9), DoubleVector.broadcast(SPECIES, Elementary.C8));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C7));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C6));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C5));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C4));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C3));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C2));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C1));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, Elementary.C0));
                p = r.fma(p, DoubleVector.broadcast(SPECIES, 0.5));
                r.add(r.mul(r).fma(p, rest)).intoArray(parts, to + j);
            }
            from += x.rowStride;
            to += width;
        }
    }

    /** eᶻ takes the place of eʳ − 1. */
    private void finishExp(int length) {
        DoubleVector rounder = DoubleVector.broadcast(SPECIES, Elementary.ROUNDER);
        DoubleVector half = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int j = 0; j < length; j += L) {
            DoubleVector n = DoubleVector.fromArray(SPECIES, shifts, j).sub(rounder);
            DoubleVector first = n.fma(half, rounder);
            DoubleVector second = n.sub(first.sub(rounder)).add(rounder);
            LongVector firstPower = first.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Elementary.EXPONENT_SHIFT)
                    .add(Elementary.ONE_BITS);
            LongVector secondPower = second.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Elementary.EXPONENT_SHIFT)
                    .add(Elementary.ONE_BITS);
            DoubleVector.fromArray(SPECIES, parts, j)
                    .add(one)
                    .mul(firstPower.reinterpretAsDoubles())
                    .mul(secondPower.reinterpretAsDoubles())
                    .intoArray(parts, j);
        }
    }

    private void finishTanh(int rows, int width, Operand x, int xStart, Operand y, int yStart) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector share = DoubleVector.broadcast(SPECIES, Elementary.TANH_SHARE);
        int from = xStart;
        int to = yStart;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j += L) {
                LongVector shifted =
                        DoubleVector.fromArray(SPECIES, shifts, at + j).reinterpretAsLongs();
                DoubleVector power = shifted.lanewise(VectorOperators.LSHL, Elementary.EXPONENT_SHIFT)
                        .add(Elementary.ONE_BITS)
                        .reinterpretAsDoubles();
                DoubleVector e = DoubleVector.fromArray(SPECIES, parts, at + j).fma(power, power.sub(one));
                VectorMask<Double> steep = e.compare(VectorOperators.LT, two);
                DoubleVector sum = e.add(two);
                DoubleVector lost = e.sub(sum.sub(two));
                DoubleVector quotient = two.blend(e, steep).div(sum);
                DoubleVector near = quotient.mul(lost).fma(share, quotient);
                LongVector size = one.sub(quotient).blend(near, steep).reinterpretAsLongs();
                LongVector bits =
                        DoubleVector.fromArray(SPECIES, x.data, from + j).reinterpretAsLongs();
                size.or(bits.and(Long.MIN_VALUE)).reinterpretAsDoubles().intoArray(y.data, to + j);
            }
            from += x.rowStride;
            to += y.rowStride;
            at += width;
        }
    }

    private void finishSigmoid(int rows, int width, Operand x, int xStart, Operand y, int yStart) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector share = DoubleVector.broadcast(SPECIES, Elementary.SIGMOID_SHARE);
        int from = xStart;
        int to = yStart;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j += L) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, parts, at + j);
                DoubleVector sum = e.add(one);
                DoubleVector lost = e.sub(sum.sub(one));
                DoubleVector v = DoubleVector.fromArray(SPECIES, x.data, from + j);
                DoubleVector quotient =
                        one.blend(e, v.compare(VectorOperators.LT, zero)).div(sum);
                quotient.mul(lost).fma(share, quotient).intoArray(y.data, to + j);
            }
            from += x.rowStride;
            to += y.rowStride;
            at += width;
        }
    }
}
