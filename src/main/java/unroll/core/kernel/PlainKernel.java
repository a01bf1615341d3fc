package unroll.core.kernel;

/**
 * Plain loops. All that costs time runs over whole arrays that are indexed by the bare loop variable, which is the form
 * that the compiler of JDK 17 turns into vector instructions; loops at a variable offset it leaves as they are.
 */
public final class PlainKernel implements Kernel {
    /** Two: little room is wasted, yet the gradient of a matrix with one column is seen to be better taken by rows. */
    private static final int LANES = 2;

    /** Columns in a panel: a few rows of them stay in the nearest cache. */
    private static final int WIDEST = 256;

    private final int lanes;
    private final int panel;
    private final boolean readsLines;
    private final PlainProduct product;
    private final PlainCurves curves = new PlainCurves();
    private final PlainElementwise elementwise = new PlainElementwise();
    private final PlainArithmetic arithmetic = new PlainArithmetic();

    PlainKernel() {
        this(LANES, WIDEST, true);
    }

    /** In the place of another kernel, whose operands it takes as they are. */
    PlainKernel(int lanes, int panel) {
        this(lanes, panel, false);
    }

    private PlainKernel(int lanes, int panel, boolean readsLines) {
        this.lanes = lanes;
        this.panel = panel;
        this.readsLines = readsLines;
        this.product = new PlainProduct(panel);
    }

    @Override
    public String id() {
        return "plain";
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public int panelWidth() {
        return panel;
    }

    @Override
    public boolean readsLines() {
        return readsLines;
    }

    @Override
    public void multiply(int rows, int columns, int depth, Factors factors, Operand start, Operand c) {
        product.multiply(rows, columns, depth, factors, start, c);
    }

    @Override
    public void spread(int rows, int width, Operand row, Operand y) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row.data, row.at, y.data, y.at + i * y.rowStride, width);
        }
    }

    @Override
    public void sumRows(int rows, int width, Operand x, Operand sum) {
        for (int i = 0; i < rows; i++) {
            int from = x.at + i * x.rowStride;
            for (int j = 0; j < width; j++) {
                sum.data[sum.at + j] += x.data[from + j];
            }
        }
    }

    @Override
    public void apply(Curve curve, int rows, int width, Operand x, Operand y) {
        curves.apply(curve, rows, width, x, y);
    }

    @Override
    public void exp(int rows, int width, Operand x, Operand y) {
        curves.exp(rows, width, x, y);
    }

    @Override
    public void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        elementwise.slope(curve, into, rows, width, slope);
    }

    @Override
    public void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y) {
        elementwise.product(into, rows, width, u, v, y);
    }

    @Override
    public void add(Accumulation into, int rows, int width, Factor u, Operand y) {
        elementwise.add(into, rows, width, u, y);
    }

    @Override
    public void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        arithmetic.combine(operation, length, u, v, y);
    }

    @Override
    public void addSquare(int length, Scaled u, Scaled v, Operand y) {
        arithmetic.addSquare(length, u, v, y);
    }

    @Override
    public void addToRoot(int length, Operand u, Scaled v, Operand y) {
        arithmetic.addToRoot(length, u, v, y);
    }

    @Override
    public double sumOfSquares(double[] values, int from, int length) {
        return arithmetic.sumOfSquares(values, from, length);
    }
}
