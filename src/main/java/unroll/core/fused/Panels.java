package unroll.core.fused;

import java.util.Arrays;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;

/**
 * A copy of a weight matrix as the right factor of products: in panels of columns, each with its rows close together,
 * and zeros where vectors have room between their blocks. Refreshed once a training step.
 */
final class Panels {
    private static final int NONE = -1;

    /** How many columns are copied side by side. */
    private static final int BESIDE = 8;

    private final double[] weights;
    /** The array that each line is in, a line being a row of a panel. */
    private final double[][] lines;
    /** From one line to the next where they are in one array, else 0. */
    private final int lineStep;

    private final int depth;
    private final int width;
    private final int panelLines;
    private final int rowStep;
    private final int[] rowPlaces;
    private final int[] columnStarts;
    private final Operand operand;

    /**
     * @param columns the flat index at which each column of the factor starts, or −1 for room
     * @param rows where each row of the factor goes
     * @param rowStep from one row of the factor to the next, in the flat array
     */
    private Panels(Kernel kernel, double[] weights, int[] columns, int[] rows, int rowStep) {
        this.weights = weights;
        this.columnStarts = columns;
        this.rowPlaces = rows;
        this.rowStep = rowStep;
        this.depth = rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
        this.width = Math.min(kernel.panelWidth(), columns.length);
        int panels = (columns.length + width - 1) / width;
        boolean areApart = kernel.readsLines();
        this.panelLines = areApart ? (depth + Operand.LINES - 1) / Operand.LINES * Operand.LINES : depth;
        this.lineStep = areApart ? 0 : width;
        this.lines = new double[panels * panelLines][];
        double[] packed = new double[areApart ? 0 : lines.length * width];
        Arrays.setAll(lines, line -> areApart ? new double[width] : packed);
        this.operand =
                areApart ? Operand.lines(lines, panelLines) : Operand.panels(packed, 0, width, panelLines * width);
    }

    /** The matrix where it lies. */
    private Panels(Kernel kernel, double[] weights, MatrixUse use) {
        this.weights = weights;
        this.lines = new double[0][];
        this.panelLines = 0;
        this.lineStep = 0;
        this.columnStarts = new int[0];
        this.rowPlaces = new int[0];
        this.rowStep = use.stride();
        this.depth = use.target().size();
        this.width = kernel.panelWidth();
        this.operand = Operand.panels(weights, use.index(0, 0), rowStep, width);
    }

    /**
     * As {@link #backward}, without a copy, which products of a few rows are not worth. Only where the matrix has its rows
     * and columns as the vectors have their units.
     */
    static Panels inPlace(Kernel kernel, double[] weights, MatrixUse use) {
        return new Panels(kernel, weights, use);
    }

    static boolean canBeInPlace(Kernel kernel, MatrixUse use) {
        return !kernel.readsLines()
                && use.source().width() == use.source().size()
                && use.target().extent() == use.target().size();
    }

    /** For y += M v: the factor is Mᵀ. */
    static Panels forward(Kernel kernel, double[] weights, MatrixUse use) {
        int[] columns = filled(use.target().width());
        for (int row = 0; row < use.target().size(); row++) {
            columns[use.target().position(row)] = use.index(row, 0);
        }
        return new Panels(kernel, weights, columns, use.source().positions(), 1);
    }

    /** For δv += Mᵀ δy: the factor is M. */
    static Panels backward(Kernel kernel, double[] weights, MatrixUse use) {
        int[] columns = filled(use.source().width());
        for (int column = 0; column < use.source().size(); column++) {
            columns[use.source().position(column)] = use.index(0, column);
        }
        return new Panels(kernel, weights, columns, use.target().positions(), use.stride());
    }

    private static int[] filled(int length) {
        int[] columns = new int[length];
        Arrays.fill(columns, NONE);
        return columns;
    }

    /** The number of rows, with room between blocks. */
    int depth() {
        return depth;
    }

    Operand operand() {
        return operand;
    }

    /** How many panels there are. */
    int count() {
        return (columnStarts.length + width - 1) / width;
    }

    /** Copies the present weights into the panels {@code [from, to)}. */
    void refresh(int fromPanel, int toPanel) {
        for (int panel = fromPanel; panel < toPanel; panel++) {
            int first = panel * width;
            int to = panel * panelLines;
            int count = Math.min(width, columnStarts.length - first);
            if (rowStep == 1) {
                copyColumns(first, count, to);
            } else {
                copyRows(first, count, to);
            }
        }
    }

    /** Columns are contiguous in the flat array: some of them side by side, so that rows are written in runs too. */
    private void copyColumns(int first, int count, int to) {
        int column = 0;
        while (column < count) {
            if (column + BESIDE <= count && areTaken(first + column)) {
                copyBeside(first + column, to, column);
                column += BESIDE;
            } else {
                copyColumn(first + column, to, column);
                column++;
            }
        }
    }

    private boolean areTaken(int first) {
        for (int column = first; column < first + BESIDE; column++) {
            if (columnStarts[column] == NONE) {
                return false;
            }
        }
        return true;
    }

    private void copyBeside(int first, int firstLine, int column) {
        int from0 = columnStarts[first];
        int from1 = columnStarts[first + 1];
        int from2 = columnStarts[first + 2];
        int from3 = columnStarts[first + 3];
        int from4 = columnStarts[first + 4];
        int from5 = columnStarts[first + 5];
        int from6 = columnStarts[first + 6];
        int from7 = columnStarts[first + 7];
        double[] from = weights;
        for (int row = 0; row < rowPlaces.length; row++) {
            int line = firstLine + rowPlaces[row];
            double[] packed = lines[line];
            int to = line * lineStep + column;
            packed[to] = from[from0 + row];
            packed[to + 1] = from[from1 + row];
            packed[to + 2] = from[from2 + row];
            packed[to + 3] = from[from3 + row];
            packed[to + 4] = from[from4 + row];
            packed[to + 5] = from[from5 + row];
            packed[to + 6] = from[from6 + row];
            packed[to + 7] = from[from7 + row];
        }
    }

    private void copyColumn(int index, int firstLine, int column) {
        int from = columnStarts[index];
        if (from != NONE) {
            for (int row = 0; row < rowPlaces.length; row++) {
                int line = firstLine + rowPlaces[row];
                lines[line][line * lineStep + column] = weights[from + row];
            }
        }
    }

    /** Rows are contiguous in the flat array, block by block. */
    private void copyRows(int first, int count, int to) {
        int column = 0;
        while (column < count) {
            int start = columnStarts[first + column];
            int end = column + 1;
            while (end < count && start != NONE && columnStarts[first + end] == start + end - column) {
                end++;
            }
            if (start != NONE) {
                for (int row = 0; row < rowPlaces.length; row++) {
                    int line = to + rowPlaces[row];
                    System.arraycopy(
                            weights, start + row * rowStep, lines[line], line * lineStep + column, end - column);
                }
            }
            column = end;
        }
    }
}
