package unroll.core.kernel;

/**
 * The vector kernel once it pays: until it is compiled it is a hundred times slower than plain loops, so those do the
 * first second or so of work. No bit depends on which of them is at work.
 */
final class PatientKernel implements Kernel {
    /** Multiply-adds after which the vector kernel takes over. */
    private static final long PLAIN_WORK = 200_000_000;

    private final Kernel vector;
    private Kernel active;
    private long work;

    PatientKernel(Kernel vector) {
        this.vector = vector;
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

    @Override
    public void multiply(int rows, int columns, int depth, Operand a, Operand b, Operand c) {
        if (active != vector) {
            work += (long) rows * columns * depth;
            active = work > PLAIN_WORK ? vector : active;
        }
        active.multiply(rows, columns, depth, a, b, c);
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
}
