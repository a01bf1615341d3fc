package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C += A B for four rows and up to four vectors of C, which stay in registers over the whole depth. The freshly loaded
 * vector is the receiver of each multiply-add: a method called on a vector that the loop carries is not always compiled
 * to one instruction.
 */
final class VectorFourRows {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorFourRows() {}

    static void add(int vectors, int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        switch (vectors) {
            case 1 -> one(depth, a, aAt, b, bAt, c, cAt);
            case 2 -> two(depth, a, aAt, b, bAt, c, cAt);
            case 3 -> three(depth, a, aAt, b, bAt, c, cAt);
            default -> four(depth, a, aAt, b, bAt, c, cAt);
        }
    }

    /** Four rows by four vectors. */
    private static void four(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        int row1 = cAt + c.rowStride;
        int row2 = row1 + c.rowStride;
        int row3 = row2 + c.rowStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, cAt + 2 * L);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, z, cAt + 3 * L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, row1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, row1 + L);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, z, row1 + 2 * L);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, z, row1 + 3 * L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, row2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, row2 + L);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, z, row2 + 2 * L);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, z, row2 + 3 * L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, row3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, row3 + L);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, z, row3 + 2 * L);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, z, row3 + 3 * L);
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
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            c12 = b2.fma(x1, c12);
            c13 = b3.fma(x1, c13);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            c22 = b2.fma(x2, c22);
            c23 = b3.fma(x2, c23);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            c32 = b2.fma(x3, c32);
            c33 = b3.fma(x3, c33);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
        c02.intoArray(z, cAt + 2 * L);
        c03.intoArray(z, cAt + 3 * L);
        c10.intoArray(z, row1);
        c11.intoArray(z, row1 + L);
        c12.intoArray(z, row1 + 2 * L);
        c13.intoArray(z, row1 + 3 * L);
        c20.intoArray(z, row2);
        c21.intoArray(z, row2 + L);
        c22.intoArray(z, row2 + 2 * L);
        c23.intoArray(z, row2 + 3 * L);
        c30.intoArray(z, row3);
        c31.intoArray(z, row3 + L);
        c32.intoArray(z, row3 + 2 * L);
        c33.intoArray(z, row3 + 3 * L);
    }

    /** Four rows by three vectors. */
    private static void three(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        int row1 = cAt + c.rowStride;
        int row2 = row1 + c.rowStride;
        int row3 = row2 + c.rowStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, cAt + 2 * L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, row1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, row1 + L);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, z, row1 + 2 * L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, row2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, row2 + L);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, z, row2 + 2 * L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, row3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, row3 + L);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, z, row3 + 2 * L);
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
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            c12 = b2.fma(x1, c12);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            c22 = b2.fma(x2, c22);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            c32 = b2.fma(x3, c32);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
        c02.intoArray(z, cAt + 2 * L);
        c10.intoArray(z, row1);
        c11.intoArray(z, row1 + L);
        c12.intoArray(z, row1 + 2 * L);
        c20.intoArray(z, row2);
        c21.intoArray(z, row2 + L);
        c22.intoArray(z, row2 + 2 * L);
        c30.intoArray(z, row3);
        c31.intoArray(z, row3 + L);
        c32.intoArray(z, row3 + 2 * L);
    }

    /** Four rows by two vectors. */
    private static void two(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        int row1 = cAt + c.rowStride;
        int row2 = row1 + c.rowStride;
        int row3 = row2 + c.rowStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, cAt + L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, row1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, row1 + L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, row2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, row2 + L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, row3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, row3 + L);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, y, at + L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c01.intoArray(z, cAt + L);
        c10.intoArray(z, row1);
        c11.intoArray(z, row1 + L);
        c20.intoArray(z, row2);
        c21.intoArray(z, row2 + L);
        c30.intoArray(z, row3);
        c31.intoArray(z, row3 + L);
    }

    /** Four rows by one vector. */
    private static void one(int depth, Operand a, int aAt, Operand b, int bAt, Operand c, int cAt) {
        double[] x = a.data;
        double[] y = b.data;
        double[] z = c.data;
        int row1 = cAt + c.rowStride;
        int row2 = row1 + c.rowStride;
        int row3 = row2 + c.rowStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, cAt);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, row1);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, row2);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, row3);
        int from = aAt;
        int at = bAt;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, y, at);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[from]);
            c00 = b0.fma(x0, c00);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(z, cAt);
        c10.intoArray(z, row1);
        c20.intoArray(z, row2);
        c30.intoArray(z, row3);
    }
}
