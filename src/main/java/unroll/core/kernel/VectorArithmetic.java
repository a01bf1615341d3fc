package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Elementwise arithmetic in vector registers; what a last vector would reach beyond is done one by one. */
final class VectorArithmetic {
    private static final VectorSpecies<Double> SPECIES = VectorKernel.SPECIES;
    private static final int L = SPECIES.length();

    private VectorArithmetic() {}

    static void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        int whole = length - length % L;
        switch (operation) {
            case ADD -> add(whole, u, v, y);
            case SUBTRACT -> subtract(whole, u, v, y);
            case MULTIPLY -> multiply(whole, u, v, y);
            case DIVIDE -> divide(whole, u, v, y);
            case MAXIMUM -> maximum(whole, u, v, y);
            case MINIMUM -> minimum(whole, u, v, y);
        }
        for (int i = whole; i < length; i++) {
            y.data[y.at + i] = operation.of(u.at(i), v.at(i));
        }
    }

    private static DoubleVector load(Operand x, int i) {
        return DoubleVector.fromArray(SPECIES, x.data, x.at + i);
    }

    private static void add(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).add(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    private static void subtract(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).sub(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    private static void multiply(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).mul(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    private static void divide(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).div(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    private static void maximum(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).max(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    private static void minimum(int length, Scaled u, Scaled v, Operand y) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < length; i += L) {
            load(u.operand, i).mul(a).min(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
    }

    static void addSquare(int length, Scaled u, Scaled v, Operand y) {
        int whole = length - length % L;
        DoubleVector a = DoubleVector.broadcast(SPECIES, u.scale);
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < whole; i += L) {
            DoubleVector values = load(v.operand, i);
            load(u.operand, i).mul(a).add(values.mul(values).mul(b)).intoArray(y.data, y.at + i);
        }
        for (int i = whole; i < length; i++) {
            double value = v.operand.data[v.operand.at + i];
            y.data[y.at + i] = u.at(i) + v.scale * (value * value);
        }
    }

    static void addToRoot(int length, Operand u, Scaled v, Operand y) {
        int whole = length - length % L;
        DoubleVector b = DoubleVector.broadcast(SPECIES, v.scale);
        for (int i = 0; i < whole; i += L) {
            DoubleVector root = load(u, i).lanewise(VectorOperators.SQRT);
            root.add(load(v.operand, i).mul(b)).intoArray(y.data, y.at + i);
        }
        for (int i = whole; i < length; i++) {
            y.data[y.at + i] = Math.sqrt(u.data[u.at + i]) + v.at(i);
        }
    }

    /** Some sums at a time, all the way through the array, so that they stay in registers. */
    static double sumOfSquares(double[] values, int from, int length, Squares squares) {
        double[] sums = squares.begin(length);
        int whole = length - length % Squares.SUMS;
        for (int first = 0; whole > 0 && first < Squares.SUMS; first += 4 * L) {
            addSquares(values, from + first, from + whole, sums, first);
        }
        for (int i = whole; i < length; i++) {
            sums[i - whole] += values[from + i] * values[from + i];
        }
        return squares.total();
    }

    private static void addSquares(double[] values, int from, int end, double[] sums, int first) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        for (int i = from; i < end; i += Squares.SUMS) {
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, values, i);
            s0 = v0.mul(v0).add(s0);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, values, i + L);
            s1 = v1.mul(v1).add(s1);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, values, i + 2 * L);
            s2 = v2.mul(v2).add(s2);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, values, i + 3 * L);
            s3 = v3.mul(v3).add(s3);
        }
        s0.intoArray(sums, first);
        s1.intoArray(sums, first + L);
        s2.intoArray(sums, first + 2 * L);
        s3.intoArray(sums, first + 3 * L);
    }
}
