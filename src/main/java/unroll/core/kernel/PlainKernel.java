package unroll.core.kernel;

/**
 * Plain loops. The product works on whole row arrays that are indexed by the bare loop variable, which is the form that
 * the compiler of JDK 17 turns into vector instructions; loops at a variable offset it leaves as they are.
 */
public final class PlainKernel implements Kernel {
    /** Rows of two: little room is wasted, and a vector of one unit is taken by rows where that is better. */
    private static final int LANES = 2;

    private static final int WIDEST = 256;

    private final int lanes;
    private final int panel;
    private final boolean readsLines;
    private final PlainProduct product;

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
        for (int i = 0; i < rows; i++) {
            int from = x.at + i * x.rowStride;
            int to = y.at + i * y.rowStride;
            switch (curve) {
                case IDENTITY -> System.arraycopy(x.data, from, y.data, to, width);
                case RELU -> relu(width, x.data, from, y.data, to);
                case TANH -> tanh(width, x.data, from, y.data, to);
                case SIGMOID -> sigmoid(width, x.data, from, y.data, to);
            }
        }
    }

    private static void relu(int width, double[] x, int from, double[] y, int to) {
        for (int j = 0; j < width; j++) {
            y[to + j] = Elementary.relu(x[from + j]);
        }
    }

    private static void tanh(int width, double[] x, int from, double[] y, int to) {
        for (int j = 0; j < width; j++) {
            y[to + j] = Elementary.tanh(x[from + j]);
        }
    }

    private static void sigmoid(int width, double[] x, int from, double[] y, int to) {
        for (int j = 0; j < width; j++) {
            y[to + j] = Elementary.sigmoid(x[from + j]);
        }
    }

    @Override
    public void exp(int rows, int width, Operand x, Operand y) {
        for (int i = 0; i < rows; i++) {
            int from = x.at + i * x.rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j++) {
                y.data[to + j] = Elementary.exp(x.data[from + j]);
            }
        }
    }

    @Override
    public void slope(Curve curve, Accumulation into, int rows, int width, Slope slope) {
        Operand dx = slope.dx();
        for (int i = 0; i < rows; i++) {
            int value = slope.y().at + i * slope.y().rowStride;
            int from = slope.dy().at + i * slope.dy().rowStride;
            int to = dx.at + i * dx.rowStride;
            for (int j = 0; j < width; j++) {
                double steepness = Elementary.slope(curve, slope.y().data[value + j]);
                double product = slope.dy().data[from + j] * steepness;
                dx.data[to + j] = into == Accumulation.ADD ? dx.data[to + j] + product : product;
            }
        }
    }

    @Override
    public void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y) {
        boolean adds = into == Accumulation.ADD;
        for (int i = 0; i < rows; i++) {
            int one = u.operand().at + i * u.operand().rowStride;
            int other = v.operand().at + i * v.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j++) {
                double left = Math.fma(u.operand().data[one + j], u.scale(), u.shift());
                double factor = Math.fma(v.operand().data[other + j], v.scale(), v.shift());
                y.data[to + j] = Math.fma(left, factor, adds ? y.data[to + j] : 0);
            }
        }
    }

    @Override
    public void add(Accumulation into, int rows, int width, Factor u, Operand y) {
        boolean adds = into == Accumulation.ADD;
        for (int i = 0; i < rows; i++) {
            int from = u.operand().at + i * u.operand().rowStride;
            int to = y.at + i * y.rowStride;
            for (int j = 0; j < width; j++) {
                double value = Math.fma(u.operand().data[from + j], u.scale(), u.shift());
                y.data[to + j] = adds ? y.data[to + j] + value : value;
            }
        }
    }
}
