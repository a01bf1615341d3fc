package unroll.core.fused;

import java.util.List;
import unroll.core.kernel.Operand;

/** The sum of the biases of one line, laid out as the vector that they are added to. Refreshed once a training step. */
final class BiasRow {
    private final double[] weights;
    private final int[] offsets;
    private final Padding padding;
    private final double[] row;
    private final Operand operand;

    /** @param offsets of the biases in the flat parameter array */
    BiasRow(double[] weights, List<Integer> offsets, Padding padding) {
        this.weights = weights;
        this.offsets = offsets.stream().mapToInt(Integer::intValue).toArray();
        this.padding = padding;
        this.row = new double[padding.width()];
        this.operand = Operand.repeated(row, 0);
    }

    Operand operand() {
        return operand;
    }

    void refresh() {
        for (int unit = 0; unit < padding.size(); unit++) {
            double sum = 0;
            for (int offset : offsets) {
                sum += weights[offset + unit];
            }
            row[padding.position(unit)] = sum;
        }
    }
}
