package unroll.core.fused;

import java.util.Arrays;
import java.util.List;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;

/** δb = Σ δy over all rows of all steps, for all biases that were added to the same vector. */
final class BiasGradient implements Instruction {
    private final Kernel kernel;
    private final int[] offsets;
    private final Window dy;
    private final double[] sums;
    private final Operand operand;

    /** @param offsets of the biases in the flat gradient */
    BiasGradient(Kernel kernel, List<Integer> offsets, Window dy) {
        this.kernel = kernel;
        this.offsets = offsets.stream().mapToInt(Integer::intValue).toArray();
        this.dy = dy;
        this.sums = new double[dy.width()];
        this.operand = Operand.rows(sums, 0, sums.length);
    }

    @Override
    public void run(int t, int rows) {
        Arrays.fill(sums, 0);
        kernel.sumRows(rows, sums.length, dy.at(t), operand);
    }

    /** Puts the sums into the flat gradient, where each bias is added to one vector alone. */
    void putInto(double[] gradient) {
        Padding padding = dy.place().padding();
        for (int offset : offsets) {
            for (int unit = 0; unit < padding.size(); unit++) {
                gradient[offset + unit] = sums[padding.position(unit)];
            }
        }
    }
}
