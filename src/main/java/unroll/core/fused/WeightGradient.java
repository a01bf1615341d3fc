package unroll.core.fused;

import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Factors;
import unroll.core.kernel.Operand;

/** δM = Σ δy vᵀ over all rows of all steps, in one product. */
final class WeightGradient implements Instruction {
    /** What is summed by columns must be this much more, since its transpose can't stay where it is computed. */
    private static final double WORTH_TURNING = 1.25;

    private final Kernel kernel;
    private final Frame frame;
    private final MatrixUse use;
    private final boolean swapped;
    private final Window v;
    private final Window left;
    private final Window right;
    private final int rows;
    private final int columns;
    private final int[] targets;
    private final int[] sources;
    private final double[] gradient;
    private final boolean direct;
    private final double[] sums;
    private final Operand operand;
    private final Operand zeros;
    private final Factors factors;
    private final boolean adds;

    /**
     * @param dy the gradient that the matrix's product received
     * @param v the vector that it was multiplied with
     * @param adds whether another use of the same entries comes before
     */
    WeightGradient(Bindings bindings, MatrixUse use, Window dy, Window v, boolean adds) {
        Kernel kernel = bindings.kernel();
        this.kernel = kernel;
        this.frame = bindings.frame();
        this.adds = adds;
        this.use = use;
        this.swapped = isBetterTurned(use);
        this.v = v;
        this.left = (swapped ? v : dy).transposed();
        this.right = (swapped ? dy : v).panels(kernel.panelWidth());
        this.rows = (swapped ? use.source() : use.target()).extent();
        this.columns = right.width();
        this.targets = use.target().positions();
        this.sources = use.source().positions();
        this.gradient = bindings.gradient();
        this.direct = !swapped && !adds && rows == targets.length && columns == sources.length;
        this.sums = new double[direct ? 0 : rows * columns];
        this.operand = direct ? Operand.rows(gradient, use.index(0, 0), use.stride()) : Operand.rows(sums, 0, columns);
        this.zeros = Operand.repeated(new double[columns], 0);
        this.factors = new Factors(left.operand(), right.operand());
    }

    /** Rows are taken without the room after them, columns with it. */
    private static boolean isBetterTurned(MatrixUse use) {
        double straight = (double) use.target().extent() * use.source().width();
        double turned = (double) use.source().extent() * use.target().width();
        return straight >= WORTH_TURNING * turned;
    }

    /** What comes before the first step adds nothing where it is 0. */
    @Override
    public void run(int t, int count) {
        int steps = count / frame.rows();
        boolean firstIsZero = frame.isZero(v.step(t));
        boolean lastIsZero = frame.isZero(v.step(t + steps - 1));
        int first = firstIsZero ? t + 1 : t;
        int inside = steps - (firstIsZero ? 1 : 0) - (lastIsZero ? 1 : 0);
        left.at(first);
        right.at(first);
        kernel.multiply(rows, columns, inside * frame.rows(), factors, zeros, operand);
    }

    /** Puts the sums into the flat gradient, or adds them where another use has put its own. */
    void complete() {
        if (direct) {
            return;
        }
        boolean isPlain = !swapped && !adds && use.source().blocks() == 1;
        for (int row = 0; row < targets.length; row++) {
            if (isPlain) {
                System.arraycopy(sums, targets[row] * columns, gradient, use.index(row, 0), sources.length);
            } else {
                putRow(row);
            }
        }
    }

    private void putRow(int row) {
        int from = targets[row] * (swapped ? 1 : columns);
        int step = swapped ? columns : 1;
        int to = use.index(row, 0);
        for (int column = 0; column < sources.length; column++) {
            double sum = sums[from + sources[column] * step];
            gradient[to + column] = adds ? gradient[to + column] + sum : sum;
        }
    }
}
