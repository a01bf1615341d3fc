package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import unroll.core.kernel.Kernel.Factors;

/**
 * C ← S + A B for four rows and up to four vectors of C, which stay in registers over the whole depth. The freshly loaded
 * vector is the receiver of each multiply-add: a method called on a vector that the loop carries is not always compiled
 * to one instruction.
 */
final class VectorFourRows {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorFourRows() {}

    /** The integers are places in the operands' arrays. */
    static void add(
            int vectors, int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        switch (vectors) {
            case 1 -> one(depth, factors, left, right, start, first, c, to);
            case 2 -> two(depth, factors, left, right, start, first, c, to);
            case 3 -> three(depth, factors, left, right, start, first, c, to);
            default -> four(depth, factors, left, right, start, first, c, to);
        }
    }

    private static void four(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start.data, first + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * L);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + L);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + 2 * L);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + 3 * L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + L);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + 2 * L);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + 3 * L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + L);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + 2 * L);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + 3 * L);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b.data, at + L);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b.data, at + 2 * L);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b.data, at + 3 * L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            c02 = b2.fma(x0, c02);
            c03 = b3.fma(x0, c03);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a.data[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            c12 = b2.fma(x1, c12);
            c13 = b3.fma(x1, c13);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a.data[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            c22 = b2.fma(x2, c22);
            c23 = b3.fma(x2, c23);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a.data[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            c32 = b2.fma(x3, c32);
            c33 = b3.fma(x3, c33);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
        c02.intoArray(c.data, to + 2 * L);
        c03.intoArray(c.data, to + 3 * L);
        c10.intoArray(c.data, to + c.rowStride);
        c11.intoArray(c.data, to + c.rowStride + L);
        c12.intoArray(c.data, to + c.rowStride + 2 * L);
        c13.intoArray(c.data, to + c.rowStride + 3 * L);
        c20.intoArray(c.data, to + 2 * c.rowStride);
        c21.intoArray(c.data, to + 2 * c.rowStride + L);
        c22.intoArray(c.data, to + 2 * c.rowStride + 2 * L);
        c23.intoArray(c.data, to + 2 * c.rowStride + 3 * L);
        c30.intoArray(c.data, to + 3 * c.rowStride);
        c31.intoArray(c.data, to + 3 * c.rowStride + L);
        c32.intoArray(c.data, to + 3 * c.rowStride + 2 * L);
        c33.intoArray(c.data, to + 3 * c.rowStride + 3 * L);
    }

    private static void three(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start.data, first + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + L);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + 2 * L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + L);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + 2 * L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + L);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + 2 * L);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b.data, at + L);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b.data, at + 2 * L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            c02 = b2.fma(x0, c02);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a.data[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            c12 = b2.fma(x1, c12);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a.data[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            c22 = b2.fma(x2, c22);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a.data[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            c32 = b2.fma(x3, c32);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
        c02.intoArray(c.data, to + 2 * L);
        c10.intoArray(c.data, to + c.rowStride);
        c11.intoArray(c.data, to + c.rowStride + L);
        c12.intoArray(c.data, to + c.rowStride + 2 * L);
        c20.intoArray(c.data, to + 2 * c.rowStride);
        c21.intoArray(c.data, to + 2 * c.rowStride + L);
        c22.intoArray(c.data, to + 2 * c.rowStride + 2 * L);
        c30.intoArray(c.data, to + 3 * c.rowStride);
        c31.intoArray(c.data, to + 3 * c.rowStride + L);
        c32.intoArray(c.data, to + 3 * c.rowStride + 2 * L);
    }

    private static void two(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start.data, first + L);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride + L);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride + L);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride + L);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b.data, at + L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a.data[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            c11 = b1.fma(x1, c11);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a.data[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            c21 = b1.fma(x2, c21);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a.data[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            c31 = b1.fma(x3, c31);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
        c10.intoArray(c.data, to + c.rowStride);
        c11.intoArray(c.data, to + c.rowStride + L);
        c20.intoArray(c.data, to + 2 * c.rowStride);
        c21.intoArray(c.data, to + 2 * c.rowStride + L);
        c30.intoArray(c.data, to + 3 * c.rowStride);
        c31.intoArray(c.data, to + 3 * c.rowStride + L);
    }

    private static void one(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start.data, first + start.rowStride);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * start.rowStride);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start.data, first + 3 * start.rowStride);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a.data[from + a.rowStride]);
            c10 = b0.fma(x1, c10);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a.data[from + 2 * a.rowStride]);
            c20 = b0.fma(x2, c20);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a.data[from + 3 * a.rowStride]);
            c30 = b0.fma(x3, c30);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c10.intoArray(c.data, to + c.rowStride);
        c20.intoArray(c.data, to + 2 * c.rowStride);
        c30.intoArray(c.data, to + 3 * c.rowStride);
    }
}
