package unroll.core.kernel;

import java.util.Arrays;

/**
 * The product by loops over whole row arrays that are indexed by the bare loop variable, which is the form that the
 * compiler of JDK 17 turns into vector instructions; loops at a variable offset it leaves as they are. A pass takes
 * three rows of the right factor to three rows of the result, so that each number that is loaded serves three times;
 * larger passes the compiler does not vectorise.
 */
final class PlainProduct {
    /** Rows of the right factor, and of the result, in one pass. */
    private static final int PASS = 3;

    /** Rows of the right factor in one pass over a single row of the result. */
    private static final int LONG_PASS = 4;

    /** What the number of rows of the right factor is a multiple of. */
    static final int WHOLE = PASS * LONG_PASS;

    /** The most rows of the right factor that are taken up at a time, so that they stay near. */
    private static final int DEEPEST = 21 * WHOLE;

    /** Adds nothing to any sum, not even to −0, once it is multiplied by 0. */
    private static final double NOTHING = -0.0;

    private final int panel;
    private final double[][] sums;
    private final double[][] left = new double[PASS][DEEPEST];
    private double[][] copied = new double[0][];

    /** Of the present block of the right factor: its rows, up to a whole number of passes, from a first one on. */
    private double[][] right;

    private int first;
    private int count;
    private int width;

    PlainProduct(int panel) {
        this.panel = panel;
        this.sums = new double[PASS][panel];
    }

    /** See {@link Kernel#multiply}. */
    void multiply(int rows, int columns, int depth, Kernel.Factors factors, Operand start, Operand c) {
        for (int column = 0; column < columns; column += panel) {
            width = Math.min(panel, columns - column);
            for (int k = 0; k == 0 || k < depth; k += DEEPEST) {
                count = Math.max(0, Math.min(DEEPEST, depth - k));
                takeRight(factors.right(), column / panel, k);
                Operand a = factors.left();
                addBlock(rows, a, a.at + k * a.columnStride, k == 0 ? start : c, c, column);
            }
        }
    }

    private void takeRight(Operand b, int panelIndex, int k) {
        if (b.lines == null) {
            copyRight(b, b.at + panelIndex * b.columnStride + k * b.rowStride);
            right = copied;
            first = 0;
        } else {
            right = b.lines;
            first = panelIndex * b.columnStride + k;
        }
    }

    private void copyRight(Operand b, int from) {
        int whole = (count + WHOLE - 1) / WHOLE * WHOLE;
        reserve(whole);
        for (int k = 0; k < count; k++) {
            System.arraycopy(b.data, from + k * b.rowStride, copied[k], 0, width);
        }
        for (int k = count; k < whole; k++) {
            Arrays.fill(copied[k], 0, width, 0);
        }
    }

    private void reserve(int depth) {
        int present = copied.length;
        if (depth > present) {
            copied = Arrays.copyOf(copied, depth);
            for (int k = present; k < depth; k++) {
                copied[k] = new double[panel];
            }
        }
    }

    private void addBlock(int rows, Operand a, int from, Operand start, Operand c, int column) {
        for (int i = 0; i < rows; i += PASS) {
            int taken = Math.min(PASS, rows - i);
            for (int row = 0; row < taken; row++) {
                takeLeft(left[row], a, from + (i + row) * a.rowStride);
                int begin = start.at + (i + row) * start.rowStride + column;
                System.arraycopy(start.data, begin, sums[row], 0, width);
            }
            add(taken);
            for (int row = 0; row < taken; row++) {
                System.arraycopy(sums[row], 0, c.data, c.at + (i + row) * c.rowStride + column, width);
            }
        }
    }

    private void takeLeft(double[] x, Operand a, int from) {
        int step = a.columnStride;
        if (step == 1) {
            System.arraycopy(a.data, from, x, 0, count);
        } else {
            double[] data = a.data;
            for (int k = 0; k < count; k++) {
                x[k] = data[from + k * step];
            }
        }
        for (int k = count; k % WHOLE != 0; k++) {
            x[k] = NOTHING;
        }
    }

    private void add(int rows) {
        int step = rows == 1 ? LONG_PASS : PASS;
        for (int k = 0; k < count; k += step) {
            pass(rows, width, sums, right, first + k, left, k);
        }
    }

    /**
     * Adds the products with a few rows of the right factor. One method of this length instead of three short ones: what
     * is longer than 325 bytes the compiler does not put into its caller, where it does not vectorise the loops.
     */
    private static void pass(
            int rows, int width, double[][] sums, double[][] right, int first, double[][] left, int k) {
        double[] b0 = right[first];
        double[] b1 = right[first + 1];
        double[] b2 = right[first + 2];
        double[] c = sums[0];
        double[] x = left[0];
        double x0 = x[k];
        double x1 = x[k + 1];
        double x2 = x[k + 2];
        if (rows == 1) {
            double[] b3 = right[first + 3];
            double x3 = x[k + 3];
            for (int j = 0; j < width; j++) {
                c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
            }
            return;
        }
        double[] d = sums[1];
        double[] y = left[1];
        double y0 = y[k];
        double y1 = y[k + 1];
        double y2 = y[k + 2];
        if (rows == 2) {
            for (int j = 0; j < width; j++) {
                double r0 = b0[j];
                double r1 = b1[j];
                double r2 = b2[j];
                double one = Math.fma(x2, r2, Math.fma(x1, r1, Math.fma(x0, r0, c[j])));
                double two = Math.fma(y2, r2, Math.fma(y1, r1, Math.fma(y0, r0, d[j])));
                c[j] = one;
                d[j] = two;
            }
            return;
        }
        double[] e = sums[2];
        double[] z = left[2];
        double z0 = z[k];
        double z1 = z[k + 1];
        double z2 = z[k + 2];
        for (int j = 0; j < width; j++) {
            double r0 = b0[j];
            double r1 = b1[j];
            double r2 = b2[j];
            double one = Math.fma(x2, r2, Math.fma(x1, r1, Math.fma(x0, r0, c[j])));
            double two = Math.fma(y2, r2, Math.fma(y1, r1, Math.fma(y0, r0, d[j])));
            double three = Math.fma(z2, r2, Math.fma(z1, r1, Math.fma(z0, r0, e[j])));
            c[j] = one;
            d[j] = two;
            e[j] = three;
        }
    }
}
