package unroll.core.tensor;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable shape with row-major doubles; the only numeric type that leaves the core.
 *
 * <p>Two tensors are equal when their shapes and the bits of all their values are equal, so NaN equals NaN and 0
 * differs from −0.
 */
public final class Tensor {
    private final int[] shape;
    private final double[] data;

    private Tensor(int[] shape, double[] data) {
        this.shape = shape;
        this.data = data;
    }

    /**
     * Copies {@code data} into a tensor of the given shape.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly {@code data.length} values
     */
    public static Tensor of(double[] data, int... shape) {
        return adopt(data.clone(), shape);
    }

    /** A tensor with every value 0. */
    public static Tensor zeros(int... shape) {
        return adopt(new double[count(shape)], shape);
    }

    /** The values {@code data[from … from + count(shape))} as a tensor. */
    public static Tensor copyOf(double[] data, int from, int... shape) {
        return adopt(Arrays.copyOfRange(data, from, from + count(shape)), shape);
    }

    private static Tensor adopt(double[] data, int... shape) {
        if (count(shape) != data.length) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " holds " + count(shape)
                    + " values, but " + data.length + " were given");
        }
        return new Tensor(shape.clone(), data);
    }

    /** The number of values in a shape; a shape of no dimensions holds one. */
    public static int count(int... shape) {
        int count = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("a shape has no negative extents: " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, extent);
        }
        return count;
    }

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    public int extent(int dimension) {
        return shape[dimension];
    }

    public int size() {
        return data.length;
    }

    /** The value at a row-major index. */
    public double at(int index) {
        return data[index];
    }

    /** The value at (row, column) of a matrix, or of the last two dimensions' first slice. */
    public double at(int row, int column) {
        return data[Objects.checkIndex(row, shape[0]) * shape[1] + Objects.checkIndex(column, shape[1])];
    }

    /** Copies all values into {@code target} from {@code offset} on. */
    public void copyTo(double[] target, int offset) {
        System.arraycopy(data, 0, target, offset, data.length);
    }

    /** Copies the values {@code [from, from + length)} into {@code target}. */
    public void copyTo(int from, int length, double[] target, int offset) {
        System.arraycopy(data, from, target, offset, length);
    }

    public double[] toArray() {
        return data.clone();
    }

    /** This tensor with one value exchanged. */
    public Tensor with(int index, double value) {
        double[] changed = data.clone();
        changed[index] = value;
        return new Tensor(shape, changed);
    }

    /** This tensor times a number. */
    public Tensor times(double factor) {
        double[] scaled = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            scaled[i] = data[i] * factor;
        }
        return new Tensor(shape, scaled);
    }

    /** The Euclidean norm over all values. */
    public double norm() {
        return Norms.euclidean(data, 0, data.length);
    }

    /** The row-major index of the first NaN or infinity, or −1. */
    public int firstNonFinite() {
        for (int i = 0; i < data.length; i++) {
            if (!Double.isFinite(data[i])) {
                return i;
            }
        }
        return -1;
    }

    public boolean hasShape(int... expected) {
        return Arrays.equals(shape, expected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape) && Arrays.equals(data, tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
