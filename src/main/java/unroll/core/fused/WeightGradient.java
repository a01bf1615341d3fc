package unroll.core.fused;

import java.util.Arrays;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;

/** δM = Σ δy vᵀ over all rows of all steps, in one product. */
final class WeightGradient implements Instruction {
    /** A vector of fewer units than this share of its room is better taken by rows than by columns. */
    private static final int NARROW = 2;

    private final Kernel kernel;
    private final Frame frame;
    private final MatrixUse use;
    private final boolean swapped;
    private final int shift;
    private final Window left;
    private final Window right;
    private final int rows;
    private final int columns;
    private final int[] targets;
    private final int[] sources;
    private final double[] sums;
    private final Operand operand;

    /**
     * @param dy the gradient that the matrix's product received
     * @param v the vector that it was multiplied with
     */
    WeightGradient(Kernel kernel, Frame frame, MatrixUse use, Window dy, Window v) {
        this.kernel = kernel;
        this.frame = frame;
        this.use = use;
        this.swapped = use.source().extent() * NARROW <= use.source().width();
        this.shift = v.shift();
        this.left = (swapped ? v : dy).transposed();
        this.right = (swapped ? dy : v).panels(kernel.panelWidth());
        this.rows = (swapped ? use.source() : use.target()).extent();
        this.columns = right.width();
        this.targets = use.target().positions();
        this.sources = use.source().positions();
        this.sums = new double[rows * columns];
        this.operand = Operand.rows(sums, 0, columns);
    }

    /** What comes before the first step is 0 and adds nothing. */
    @Override
    public void run(int t, int count) {
        Arrays.fill(sums, 0);
        int steps = count / frame.rows();
        boolean firstIsOutside = frame.isOutside(t + shift);
        boolean lastIsOutside = frame.isOutside(t + steps - 1 + shift);
        int first = firstIsOutside ? t + 1 : t;
        int inside = steps - (firstIsOutside ? 1 : 0) - (lastIsOutside ? 1 : 0);
        if (inside > 0) {
            kernel.multiply(rows, columns, inside * frame.rows(), left.at(first), right.at(first), operand);
        }
    }

    /** Adds the sums to the flat gradient. */
    void addTo(double[] gradient) {
        int alongTarget = swapped ? 1 : columns;
        int alongSource = swapped ? columns : 1;
        for (int row = 0; row < targets.length; row++) {
            int from = targets[row] * alongTarget;
            int to = use.index(row, 0);
            for (int column = 0; column < sources.length; column++) {
                gradient[to + column] += sums[from + sources[column] * alongSource];
            }
        }
    }
}
