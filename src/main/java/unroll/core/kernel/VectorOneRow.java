package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C += A B for one row and up to four vectors of C, which stay in registers over the whole depth. The freshly loaded
 * vector is the receiver of each multiply-add: a method called on a vector that the loop carries is not always compiled
 * to one instruction.
 */
final class VectorOneRow {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorOneRow() {}

    static void add(int vectors, int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        switch (vectors) {
            case 1 -> one(depth, a, aAt, b, bAt, c, cAt);
            case 2 -> two(depth, a, aAt, b, bAt, c, cAt);
            case 3 -> three(depth, a, aAt, b, bAt, c, cAt);
            default -> four(depth, a, aAt, b, bAt, c, cAt);
        }
    }

    /** One row by four vectors. */
    private static void four(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, cAt + 2 * L);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, z, cAt + 3 * L);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, at + L);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, y, at + 2 * L);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, y, at + 3 * L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            c02 = b2.fma(x0, c02);
            c03 = b3.fma(x0, c03);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
        c02.intoArray(z, cAt + 2 * L);
        c03.intoArray(z, cAt + 3 * L);
    }

    /** One row by three vectors. */
    private static void three(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, cAt + 2 * L);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, at + L);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, y, at + 2 * L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            c02 = b2.fma(x0, c02);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
        c02.intoArray(z, cAt + 2 * L);
    }

    /** One row by two vectors. */
    private static void two(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, at + L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
    }

    /** One row by one vector. */
    private static void one(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
    }
}
