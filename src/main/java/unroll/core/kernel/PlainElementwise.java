package unroll.core.kernel;

import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Factor;
import unroll.core.kernel.Kernel.Slope;

/** Slopes, products and sums unit by unit, over whole arrays so that the compiler vectorises them. */
final class PlainElementwise {
    private final PlainPieces pieces = new PlainPieces();
    private final double[] u = new double[PlainPieces.SIZE];
    private final double[] v = new double[PlainPieces.SIZE];
    private final double[] sum = new double[PlainPieces.SIZE];

    /** See {@link Kernel#slope}. */
    void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        Operand dx = slope.dx();
        boolean contiguous = slope.y().isContiguous(width) && slope.dy().isContiguous(width);
        pieces.begin(rows, width, contiguous && dx.isContiguous(width));
        for (; pieces.count() > 0; pieces.next()) {
            int count = pieces.count();
            pieces.take(slope.y(), u);
            pieces.take(slope.dy(), v);
            multiplySlope(curve, count);
            if (into == Accumulation.ADD) {
                pieces.take(dx, sum);
                add(count, sum, v);
            }
            pieces.put(v, dx);
        }
    }

    private void multiplySlope(Curve curve, int count) {
        switch (curve) {
            case IDENTITY -> {}
            case RELU -> multiplyReluSlope(count, u, v);
            case TANH -> multiplyTanhSlope(count, u, v);
            case SIGMOID -> multiplySigmoidSlope(count, u, v);
        }
    }

    private static void multiplyReluSlope(int count, double[] y, double[] dy) {
        for (int j = 0; j < count; j++) {
            dy[j] *= y[j] > 0 ? 1 : 0;
        }
    }

    private static void multiplyTanhSlope(int count, double[] y, double[] dy) {
        for (int j = 0; j < count; j++) {
            dy[j] = dy[j] * (1 - y[j] * y[j]);
        }
    }

    private static void multiplySigmoidSlope(int count, double[] y, double[] dy) {
        for (int j = 0; j < count; j++) {
            dy[j] = dy[j] * (y[j] * (1 - y[j]));
        }
    }

    /** See {@link Kernel#product}. */
    void product(Accumulation into, int rows, int width, Factor one, Factor other, Operand y) {
        Operand left = one.operand();
        Operand right = other.operand();
        boolean contiguous = left.isContiguous(width) && right.isContiguous(width) && y.isContiguous(width);
        pieces.begin(rows, width, contiguous);
        for (; pieces.count() > 0; pieces.next()) {
            int count = pieces.count();
            pieces.take(left, u);
            pieces.take(right, v);
            if (into == Accumulation.ADD) {
                pieces.take(y, sum);
                multiplyAdd(count, one, other);
            } else {
                multiply(count, one, other);
            }
            pieces.put(sum, y);
        }
    }

    /** See {@link Kernel#add}. */
    void add(Accumulation into, int rows, int width, Factor term, Operand y) {
        pieces.begin(rows, width, term.operand().isContiguous(width) && y.isContiguous(width));
        for (; pieces.count() > 0; pieces.next()) {
            int count = pieces.count();
            pieces.take(term.operand(), v);
            scale(count, v, term.scale(), term.shift());
            if (into == Accumulation.ADD) {
                pieces.take(y, sum);
                add(count, sum, v);
            }
            pieces.put(v, y);
        }
    }

    private static void scale(int count, double[] x, double scale, double shift) {
        for (int j = 0; j < count; j++) {
            x[j] = Math.fma(x[j], scale, shift);
        }
    }

    private void multiply(int count, Factor one, Factor other) {
        multiply(count, u, one.scale(), one.shift(), v, other.scale(), other.shift(), sum);
    }

    private static void multiply(
            int count, double[] u, double scale, double shift, double[] v, double scaleV, double shiftV, double[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = Math.fma(Math.fma(u[j], scale, shift), Math.fma(v[j], scaleV, shiftV), 0.0);
        }
    }

    private void multiplyAdd(int count, Factor one, Factor other) {
        multiplyAdd(count, u, one.scale(), one.shift(), v, other.scale(), other.shift(), sum);
    }

    private static void multiplyAdd(
            int count, double[] u, double scale, double shift, double[] v, double scaleV, double shiftV, double[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = Math.fma(Math.fma(u[j], scale, shift), Math.fma(v[j], scaleV, shiftV), y[j]);
        }
    }

    private static void add(int count, double[] x, double[] y) {
        for (int j = 0; j < count; j++) {
            y[j] = x[j] + y[j];
        }
    }
}
