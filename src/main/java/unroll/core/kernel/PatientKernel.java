package unroll.core.kernel;

import java.util.function.BooleanSupplier;

/**
 * The vector kernel from when it is ready on. Until it is compiled it is hundreds of times slower than plain loops, which
 * work in its place so long. No bit depends on which of them is at work.
 */
final class PatientKernel implements Kernel {
    private final Kernel vector;
    private final BooleanSupplier isReady;
    private Kernel active;

    PatientKernel(Kernel vector, BooleanSupplier isReady) {
        this.vector = vector;
        this.isReady = isReady;
        this.active = new PlainKernel(vector.lanes(), vector.panelWidth());
    }

    @Override
    public String id() {
        return vector.id();
    }

    @Override
    public int lanes() {
        return vector.lanes();
    }

    /** Asked by the operations that every pass and every update has. */
    private void turnWhenReady() {
        if (active != vector && isReady.getAsBoolean()) {
            active = vector;
        }
    }

    @Override
    public void multiply(int rows, int columns, int depth, Factors factors, Operand start, Operand c) {
        turnWhenReady();
        active.multiply(rows, columns, depth, factors, start, c);
    }

    @Override
    public void spread(int rows, int width, Operand row, Operand y) {
        active.spread(rows, width, row, y);
    }

    @Override
    public void sumRows(int rows, int width, Operand x, Operand sum) {
        active.sumRows(rows, width, x, sum);
    }

    @Override
    public void apply(Curve curve, int rows, int width, Operand x, Operand y) {
        active.apply(curve, rows, width, x, y);
    }

    @Override
    public void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        active.slope(curve, into, rows, width, slope);
    }

    @Override
    public void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y) {
        active.product(into, rows, width, u, v, y);
    }

    @Override
    public void add(Accumulation into, int rows, int width, Factor u, Operand y) {
        active.add(into, rows, width, u, y);
    }

    @Override
    public void exp(int rows, int width, Operand x, Operand y) {
        active.exp(rows, width, x, y);
    }

    @Override
    public void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        active.combine(operation, length, u, v, y);
    }

    @Override
    public void addSquare(int length, Scaled u, Scaled v, Operand y) {
        active.addSquare(length, u, v, y);
    }

    @Override
    public void addToRoot(int length, Operand u, Scaled v, Operand y) {
        active.addToRoot(length, u, v, y);
    }

    @Override
    public double sumOfSquares(double[] values, int from, int length) {
        turnWhenReady();
        return active.sumOfSquares(values, from, length);
    }
}
