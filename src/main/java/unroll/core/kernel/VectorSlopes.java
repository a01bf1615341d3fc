package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Slope;

/** dx ← or += dy ⊙ slope, for each curve in a loop of its own. */
final class VectorSlopes {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorSlopes() {}

    static void add(Curve curve, boolean adds, int rows, int width, Slope slope) {
        switch (curve) {
            case IDENTITY -> identity(adds, rows, width, slope);
            case RELU -> relu(adds, rows, width, slope);
            case TANH -> tanh(adds, rows, width, slope);
            case SIGMOID -> sigmoid(adds, rows, width, slope);
        }
    }

    /** 1. */
    private static void identity(boolean adds, int rows, int width, Slope slope) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < rows; i++) {
            int from = slope.dy().at + i * slope.dy().rowStride;
            int to = slope.dx().at + i * slope.dx().rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector dy = DoubleVector.fromArray(SPECIES, slope.dy().data, from + j);
                DoubleVector product = dy.mul(one);
                DoubleVector sum =
                        adds ? product.add(DoubleVector.fromArray(SPECIES, slope.dx().data, to + j)) : product;
                sum.intoArray(slope.dx().data, to + j);
            }
        }
    }

    /** 1 where y > 0. */
    private static void relu(boolean adds, int rows, int width, Slope slope) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < rows; i++) {
            int value = slope.y().at + i * slope.y().rowStride;
            int from = slope.dy().at + i * slope.dy().rowStride;
            int to = slope.dx().at + i * slope.dx().rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
                DoubleVector dy = DoubleVector.fromArray(SPECIES, slope.dy().data, from + j);
                DoubleVector product = dy.mul(zero.blend(one, y.compare(VectorOperators.GT, zero)));
                DoubleVector sum =
                        adds ? product.add(DoubleVector.fromArray(SPECIES, slope.dx().data, to + j)) : product;
                sum.intoArray(slope.dx().data, to + j);
            }
        }
    }

    /** 1 − y². */
    private static void tanh(boolean adds, int rows, int width, Slope slope) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < rows; i++) {
            int value = slope.y().at + i * slope.y().rowStride;
            int from = slope.dy().at + i * slope.dy().rowStride;
            int to = slope.dx().at + i * slope.dx().rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
                DoubleVector dy = DoubleVector.fromArray(SPECIES, slope.dy().data, from + j);
                DoubleVector product = dy.mul(one.sub(y.mul(y)));
                DoubleVector sum =
                        adds ? product.add(DoubleVector.fromArray(SPECIES, slope.dx().data, to + j)) : product;
                sum.intoArray(slope.dx().data, to + j);
            }
        }
    }

    /** y (1 − y). */
    private static void sigmoid(boolean adds, int rows, int width, Slope slope) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < rows; i++) {
            int value = slope.y().at + i * slope.y().rowStride;
            int from = slope.dy().at + i * slope.dy().rowStride;
            int to = slope.dx().at + i * slope.dx().rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
                DoubleVector dy = DoubleVector.fromArray(SPECIES, slope.dy().data, from + j);
                DoubleVector product = dy.mul(y.mul(one.sub(y)));
                DoubleVector sum =
                        adds ? product.add(DoubleVector.fromArray(SPECIES, slope.dx().data, to + j)) : product;
                sum.intoArray(slope.dx().data, to + j);
            }
        }
    }
}
