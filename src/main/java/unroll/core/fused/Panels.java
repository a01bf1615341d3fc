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
    private final double[] packed;
    private final int depth;
    private final int width;
    private final int panelSize;
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
        this.panelSize = depth * width;
        int panels = (columns.length + width - 1) / width;
        this.packed = new double[panels * panelSize];
        this.operand = Operand.panels(packed, 0, width, panelSize);
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

    /** Copies the present weights. */
    void refresh() {
        for (int first = 0; first < columnStarts.length; first += width) {
            int to = first / width * panelSize;
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
                copyBeside(first + column, to + column);
                column += BESIDE;
            } else {
                copyColumn(first + column, to + column);
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

    private void copyBeside(int first, int start) {
        int from0 = columnStarts[first];
        int from1 = columnStarts[first + 1];
        int from2 = columnStarts[first + 2];
        int from3 = columnStarts[first + 3];
        int from4 = columnStarts[first + 4];
        int from5 = columnStarts[first + 5];
        int from6 = columnStarts[first + 6];
        int from7 = columnStarts[first + 7];
        for (int row = 0; row < rowPlaces.length; row++) {
            int to = start + rowPlaces[row] * width;
            packed[to] = weights[from0 + row];
            packed[to + 1] = weights[from1 + row];
            packed[to + 2] = weights[from2 + row];
            packed[to + 3] = weights[from3 + row];
            packed[to + 4] = weights[from4 + row];
            packed[to + 5] = weights[from5 + row];
            packed[to + 6] = weights[from6 + row];
            packed[to + 7] = weights[from7 + row];
        }
    }

    private void copyColumn(int column, int start) {
        int from = columnStarts[column];
        if (from != NONE) {
            for (int row = 0; row < rowPlaces.length; row++) {
                packed[start + rowPlaces[row] * width] = weights[from + row];
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
                    int place = to + rowPlaces[row] * width + column;
                    System.arraycopy(weights, start + row * rowStep, packed, place, end - column);
                }
            }
            column = end;
        }
    }
}
