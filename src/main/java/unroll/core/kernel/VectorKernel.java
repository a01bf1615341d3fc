package unroll.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
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

    private final VectorCurves curves = new VectorCurves();

    @Override
    public String id() {
        return "vector";
    }

    @Override
    public int lanes() {
        return L;
    }

    @Override
    public void multiply(int rows, int columns, int depth, Operand a, Operand b, Operand c) {
        int panel = b.at;
        for (int j = 0; j < columns; j += PANEL_VECTORS * L) {
            int vectors = Math.min(PANEL_VECTORS, (columns - j) / L);
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                VectorFourRows.add(vectors, depth, a, a.at + i * a.rowStride, b, panel, c, c.at + i * c.rowStride + j);
            }
            for (; i < rows; i++) {
                VectorOneRow.add(vectors, depth, a, a.at + i * a.rowStride, b, panel, c, c.at + i * c.rowStride + j);
            }
            panel += b.columnStride;
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
        int runs = flat ? 1 : rows;
        int length = flat ? rows * width : width;
        for (int i = 0; i < runs; i++) {
            int from = x.at + i * x.rowStride;
            int to = y.at + i * y.rowStride;
            switch (curve) {
                case IDENTITY -> System.arraycopy(x.data, from, y.data, to, length);
                case RELU -> curves.relu(length, x.data, from, y.data, to);
                case TANH -> curves.tanh(length, x.data, from, y.data, to);
                case SIGMOID -> curves.sigmoid(length, x.data, from, y.data, to);
            }
        }
    }

    @Override
    public void exp(int rows, int width, Operand x, Operand y) {
        for (int i = 0; i < rows; i++) {
            curves.exp(width, x.data, x.at + i * x.rowStride, y.data, y.at + i * y.rowStride);
        }
    }

    @Override
    public void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        Operand y = slope.y();
        Operand dy = slope.dy();
        Operand dx = slope.dx();
        boolean flat = y.isContiguous(width) && dy.isContiguous(width) && dx.isContiguous(width);
        int runs = flat ? 1 : rows;
        int length = flat ? rows * width : width;
        for (int i = 0; i < runs; i++) {
            int value = y.at + i * y.rowStride;
            int from = dy.at + i * dy.rowStride;
            int to = dx.at + i * dx.rowStride;
            boolean adds = into == Accumulation.ADD;
            switch (curve) {
                case IDENTITY -> identitySlope(adds, length, dy.data, from, dx.data, to);
                case RELU -> reluSlope(adds, length, slope, value, from, to);
                case TANH -> tanhSlope(adds, length, slope, value, from, to);
                case SIGMOID -> sigmoidSlope(adds, length, slope, value, from, to);
            }
        }
    }

    private static void identitySlope(boolean adds, int length, double[] dy, int from, double[] dx, int to) {
        for (int j = 0; j < length; j += L) {
            put(DoubleVector.fromArray(SPECIES, dy, from + j), adds, dx, to + j);
        }
    }

    private static void reluSlope(boolean adds, int length, Slope slope, int value, int from, int to) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int j = 0; j < length; j += L) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
            DoubleVector steepness = zero.blend(one, y.compare(VectorOperators.GT, zero));
            DoubleVector product =
                    DoubleVector.fromArray(SPECIES, slope.dy().data, from + j).mul(steepness);
            put(product, adds, slope.dx().data, to + j);
        }
    }

    private static void tanhSlope(boolean adds, int length, Slope slope, int value, int from, int to) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int j = 0; j < length; j += L) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
            DoubleVector steepness = one.sub(y.mul(y));
            DoubleVector product =
                    DoubleVector.fromArray(SPECIES, slope.dy().data, from + j).mul(steepness);
            put(product, adds, slope.dx().data, to + j);
        }
    }

    private static void sigmoidSlope(boolean adds, int length, Slope slope, int value, int from, int to) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int j = 0; j < length; j += L) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, slope.y().data, value + j);
            DoubleVector steepness = y.mul(one.sub(y));
            DoubleVector product =
                    DoubleVector.fromArray(SPECIES, slope.dy().data, from + j).mul(steepness);
            put(product, adds, slope.dx().data, to + j);
        }
    }

    private static void put(DoubleVector value, boolean adds, double[] y, int to) {
        DoubleVector sum = adds ? DoubleVector.fromArray(SPECIES, y, to).add(value) : value;
        sum.intoArray(y, to);
    }

    @Override
    public void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y) {
        boolean flat = u.operand().isContiguous(width) && v.operand().isContiguous(width) && y.isContiguous(width);
        int runs = flat ? 1 : rows;
        int length = flat ? rows * width : width;
        for (int i = 0; i < runs; i++) {
            int one = u.operand().at + i * u.operand().rowStride;
            int other = v.operand().at + i * v.operand().rowStride;
            int to = y.at + i * y.rowStride;
            if (into == Accumulation.ADD) {
                addProduct(length, u, one, v, other, y.data, to);
            } else {
                setProduct(length, u, one, v, other, y.data, to);
            }
        }
    }

    private static void addProduct(int length, Factor u, int one, Factor v, int other, double[] y, int to) {
        for (int j = 0; j < length; j += L) {
            DoubleVector old = DoubleVector.fromArray(SPECIES, y, to + j);
            factor(u, one + j).fma(factor(v, other + j), old).intoArray(y, to + j);
        }
    }

    private static void setProduct(int length, Factor u, int one, Factor v, int other, double[] y, int to) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int j = 0; j < length; j += L) {
            factor(u, one + j).fma(factor(v, other + j), zero).intoArray(y, to + j);
        }
    }

    private static DoubleVector factor(Factor u, int at) {
        DoubleVector scale = DoubleVector.broadcast(SPECIES, u.scale());
        DoubleVector shift = DoubleVector.broadcast(SPECIES, u.shift());
        return DoubleVector.fromArray(SPECIES, u.operand().data, at).fma(scale, shift);
    }

    @Override
    public void add(Accumulation into, int rows, int width, Factor u, Operand y) {
        boolean adds = into == Accumulation.ADD;
        for (int i = 0; i < rows; i++) {
            int from = u.operand().at + i * u.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j += L) {
                put(factor(u, from + j), adds, y.data, to + j);
            }
        }
    }
}
