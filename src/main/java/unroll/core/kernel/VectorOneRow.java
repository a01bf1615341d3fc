package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import unroll.core.kernel.Kernel.Factors;

/**
 * C ← S + A B for one row and up to four vectors of C, which stay in registers over the whole depth. The freshly loaded
 * vector is the receiver of each multiply-add: a method called on a vector that the loop carries is not always compiled
 * to one instruction.
 */
final class VectorOneRow {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorOneRow() {}

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
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
        c02.intoArray(c.data, to + 2 * L);
        c03.intoArray(c.data, to + 3 * L);
    }

    private static void three(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start.data, first + L);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start.data, first + 2 * L);
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
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
        c02.intoArray(c.data, to + 2 * L);
    }

    private static void two(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start.data, first + L);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b.data, at + L);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            c01 = b1.fma(x0, c01);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
        c01.intoArray(c.data, to + L);
    }

    private static void one(
            int depth, Factors factors, int left, int right, Operand start, int first, Operand c, int to) {
        Operand a = factors.left();
        Operand b = factors.right();
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start.data, first);
        int from = left;
        int at = right;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b.data, at);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a.data[from]);
            c00 = b0.fma(x0, c00);
            from += a.columnStride;
            at += b.rowStride;
        }
        c00.intoArray(c.data, to);
    }
}
