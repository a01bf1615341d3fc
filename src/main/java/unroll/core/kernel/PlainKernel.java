package unroll.core.kernel;

import java.util.Arrays;

/**
 * Plain loops. The product works on whole row arrays that are indexed by the bare loop variable, which is the form that
 * the compiler of JDK 17 turns into vector instructions; loops at a variable offset it leaves as they are.
 */
public final class PlainKernel implements Kernel {
    /** Rows of the right factor that one pass over a row of the result takes up. */
    private static final int PASS = 4;

    private static final int WIDEST = 128;

    /** The most rows of the right factor that are copied at a time. */
    private static final int DEEPEST = 512;

    private final int lanes;
    private final int panel;
    private final double[] sums;
    private double[][] right = new double[0][];

    PlainKernel() {
        this(1, WIDEST);
    }

    /** In the place of another kernel, whose operands it takes as they are. */
    PlainKernel(int lanes, int panel) {
        this.lanes = lanes;
        this.panel = panel;
        this.sums = new double[panel];
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
    public void multiply(int rows, int columns, int depth, Factors factors, Operand start, Operand c) {
        Operand a = factors.left();
        Operand b = factors.right();
        reserve(Math.min(depth, DEEPEST));
        for (int first = 0; first < columns; first += panel) {
            int width = Math.min(panel, columns - first);
            int at = b.at + first / panel * b.columnStride;
            for (int k = 0; k == 0 || k < depth; k += DEEPEST) {
                int count = Math.min(DEEPEST, depth - k);
                copyRight(count, width, b, at + k * b.rowStride);
                for (int i = 0; i < rows; i++) {
                    int to = c.at + i * c.rowStride + first;
                    if (k == 0) {
                        System.arraycopy(start.data, start.at + i * start.rowStride + first, sums, 0, width);
                    } else {
                        System.arraycopy(c.data, to, sums, 0, width);
                    }
                    addRow(count, width, a, a.at + i * a.rowStride + k * a.columnStride);
                    System.arraycopy(sums, 0, c.data, to, width);
                }
            }
        }
    }

    private void copyRight(int count, int width, Operand b, int from) {
        for (int k = 0; k < count; k++) {
            System.arraycopy(b.data, from + k * b.rowStride, right[k], 0, width);
        }
    }

    private void reserve(int depth) {
        int present = right.length;
        if (depth > present) {
            right = Arrays.copyOf(right, depth);
            for (int k = present; k < depth; k++) {
                right[k] = new double[panel];
            }
        }
    }

    private void addRow(int depth, int width, Operand a, int from) {
        double[] x = a.data;
        int step = a.columnStride;
        int at = from;
        int k = 0;
        for (; k + PASS <= depth; k += PASS) {
            addFour(sums, width, right, k, x[at], x[at + step], x[at + 2 * step], x[at + 3 * step]);
            at += PASS * step;
        }
        for (; k < depth; k++) {
            addOne(sums, width, right[k], x[at]);
            at += step;
        }
    }

    private static void addFour(
            double[] c, int width, double[][] right, int k, double x0, double x1, double x2, double x3) {
        double[] b0 = right[k];
        double[] b1 = right[k + 1];
        double[] b2 = right[k + 2];
        double[] b3 = right[k + 3];
        for (int j = 0; j < width; j++) {
            c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
        }
    }

    private static void addOne(double[] c, int width, double[] b, double x) {
        for (int j = 0; j < width; j++) {
            c[j] = Math.fma(x, b[j], c[j]);
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
