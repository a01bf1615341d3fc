package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The operations in vector registers, by the incubating vector module. To be loaded by name, since that module is only
 * there when the program was started with it: see {@link Kernels}.
 *
 * <p>One species for the whole program, no masked loads or stores, and no tails: with any of these JDK 17 falls back to
 * boxed vectors, which are ten times slower than plain loops.
 */
final class VectorKernel implements Kernel {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private static final int L = SPECIES.length();

    /** The most values that curves take as one row: each row's share of them has to fit a cache. */
    private static final int LONGEST_RUN = 1024;

    private final VectorCurves curves = new VectorCurves();
    private final Squares squares = new Squares();

    @Override
    public String id() {
        return "vector";
    }

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void multiply(int rows, int columns, int depth, Factors factors, Operand start, Operand c) {
        int rowStep = factors.left().rowStride;
        int panel = factors.right().at;
        for (int j = 0; j < columns; j += PANEL_VECTORS * L) {
            int vectors = Math.min(PANEL_VECTORS, (columns - j) / L);
            int left = factors.left().at;
            int from = start.at + j;
            int to = c.at + j;
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                VectorFourRows.add(vectors, depth, factors, left, panel, start, from, c, to);
                left += 4 * rowStep;
                from += 4 * start.rowStride;
                to += 4 * c.rowStride;
            }
            for (; i < rows; i++) {
                VectorOneRow.add(vectors, depth, factors, left, panel, start, from, c, to);
                left += rowStep;
                from += start.rowStride;
                to += c.rowStride;
            }
            panel += factors.right().columnStride;
        }
    }

    @Override
    public void spread(int rows, int width, Operand row, Operand y) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row.data, row.at, y.data, y.at + i * y.rowStride, width);
        }
    }

    @Override
    public void sumRows(int rows, int width, Operand x, Operand sum) {
        for (int j = 0; j < width; j += L) {
            DoubleVector total = DoubleVector.fromArray(SPECIES, sum.data, sum.at + j);
            int from = x.at + j;
            for (int i = 0; i < rows; i++) {
                total = DoubleVector.fromArray(SPECIES, x.data, from).add(total);
                from += x.rowStride;
            }
            total.intoArray(sum.data, sum.at + j);
        }
    }

    @Override
    public void apply(Curve curve, int rows, int width, Operand x, Operand y) {
        boolean flat = x.isContiguous(width) && y.isContiguous(width);
        int runs = flat && rows * width <= LONGEST_RUN ? 1 : rows;
        int length = runs == rows ? width : rows * width;
        switch (curve) {
            case IDENTITY -> spreadRows(runs, length, x, y);
            case RELU -> curves.relu(runs, length, x, y);
            case TANH -> curves.tanh(runs, length, x, y);
            case SIGMOID -> curves.sigmoid(runs, length, x, y);
        }
    }

    private static void spreadRows(int rows, int width, Operand x, Operand y) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x.data, x.at + i * x.rowStride, y.data, y.at + i * y.rowStride, width);
        }
    }

    @Override
    public void exp(int rows, int width, Operand x, Operand y) {
        curves.exp(rows, width, x, y);
    }

    @Override
    public void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        boolean flat = slope.y().isContiguous(width)
                && slope.dy().isContiguous(width)
                && slope.dx().isContiguous(width);
        int runs = flat ? 1 : rows;
        int length = flat ? rows * width : width;
        VectorSlopes.add(curve, into == Accumulation.ADD, runs, length, slope);
    }

    @Override
    public void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y) {
        boolean flat = u.operand().isContiguous(width) && v.operand().isContiguous(width) && y.isContiguous(width);
        int runs = flat ? 1 : rows;
        int length = flat ? rows * width : width;
        if (into == Accumulation.ADD) {
            addProduct(runs, length, u, v, y);
        } else {
            setProduct(runs, length, u, v, y);
        }
    }

    private static void addProduct(int rows, int width, Factor u, Factor v, Operand y) {
        DoubleVector uScale = DoubleVector.broadcast(SPECIES, u.scale());
        DoubleVector uShift = DoubleVector.broadcast(SPECIES, u.shift());
        DoubleVector vScale = DoubleVector.broadcast(SPECIES, v.scale());
        DoubleVector vShift = DoubleVector.broadcast(SPECIES, v.shift());
        for (int i = 0; i < rows; i++) {
            int one = u.operand().at + i * u.operand().rowStride;
            int other = v.operand().at + i * v.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, u.operand().data, one + j)
                        .fma(uScale, uShift);
                DoubleVector right = DoubleVector.fromArray(SPECIES, v.operand().data, other + j)
                        .fma(vScale, vShift);
                DoubleVector old = DoubleVector.fromArray(SPECIES, y.data, to + j);
                left.fma(right, old).intoArray(y.data, to + j);
            }
        }
    }

    private static void setProduct(int rows, int width, Factor u, Factor v, Operand y) {
        DoubleVector uScale = DoubleVector.broadcast(SPECIES, u.scale());
        DoubleVector uShift = DoubleVector.broadcast(SPECIES, u.shift());
        DoubleVector vScale = DoubleVector.broadcast(SPECIES, v.scale());
        DoubleVector vShift = DoubleVector.broadcast(SPECIES, v.shift());
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            int one = u.operand().at + i * u.operand().rowStride;
            int other = v.operand().at + i * v.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, u.operand().data, one + j)
                        .fma(uScale, uShift);
                DoubleVector right = DoubleVector.fromArray(SPECIES, v.operand().data, other + j)
                        .fma(vScale, vShift);
                left.fma(right, zero).intoArray(y.data, to + j);
            }
        }
    }

    @Override
    public void add(Accumulation into, int rows, int width, Factor u, Operand y) {
        DoubleVector scale = DoubleVector.broadcast(SPECIES, u.scale());
        DoubleVector shift = DoubleVector.broadcast(SPECIES, u.shift());
        boolean adds = into == Accumulation.ADD;
        for (int i = 0; i < rows; i++) {
            int from = u.operand().at + i * u.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j += L) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, u.operand().data, from + j)
                        .fma(scale, shift);
                if (adds) {
                    DoubleVector.fromArray(SPECIES, y.data, to + j).add(value).intoArray(y.data, to + j);
                } else {
                    value.intoArray(y.data, to + j);
                }
            }
        }
    }

    @Override
    public void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        VectorArithmetic.combine(operation, length, u, v, y);
    }

    @Override
    public void addSquare(int length, Scaled u, Scaled v, Operand y) {
        VectorArithmetic.addSquare(length, u, v, y);
    }

    @Override
    public void addToRoot(int length, Operand u, Scaled v, Operand y) {
        VectorArithmetic.addToRoot(length, u, v, y);
    }

    @Override
    public double sumOfSquares(double[] values, int from, int length) {
        return VectorArithmetic.sumOfSquares(values, from, length, squares);
    }
}
