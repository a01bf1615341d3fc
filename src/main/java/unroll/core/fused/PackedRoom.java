package unroll.core.fused;

import java.util.Arrays;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;

/**
 * Memory for the right factor of products in panels of columns. A line is a row of one panel; lines are counted over all
 * panels.
 *
 * @param lines the array that each line is in
 * @param lineStep from one line to the next where they are in one array; 0 where each has an array of its own
 * @param panelLines how many lines a panel has
 * @param width of a line
 * @param operand the same for a kernel
 */
@SuppressWarnings("ArrayRecordComponent")
record PackedRoom(double[][] lines, int lineStep, int panelLines, int width, Operand operand) {
    /** @param depth the rows of the factor, with room between blocks */
    static PackedRoom of(Kernel kernel, int depth, int columns) {
        int width = Math.min(kernel.panelWidth(), columns);
        int panels = (columns + width - 1) / width;
        if (kernel.readsLines()) {
            int panelLines = (depth + Operand.LINES - 1) / Operand.LINES * Operand.LINES;
            double[][] lines = new double[panels * panelLines][width];
            return new PackedRoom(lines, 0, panelLines, width, Operand.lines(lines, panelLines));
        }
        double[][] lines = new double[panels * depth][];
        double[] packed = new double[lines.length * width];
        Arrays.fill(lines, packed);
        return new PackedRoom(lines, width, depth, width, Operand.panels(packed, 0, width, depth * width));
    }

    /** Whether each line has an array of its own. */
    boolean isApart() {
        return lineStep == 0;
    }

    int panels() {
        return lines.length / panelLines;
    }
}
