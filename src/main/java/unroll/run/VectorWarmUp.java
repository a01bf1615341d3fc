package unroll.run;

import unroll.core.kernel.Arithmetic;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Factor;
import unroll.core.kernel.Kernel.Factors;
import unroll.core.kernel.Kernel.Slope;
import unroll.core.kernel.Kernels;
import unroll.core.kernel.Operand;
import unroll.core.kernel.Scaled;

/**
 * Makes the vector kernel ready: calls all that it does on small arrays until it is faster at it than plain loops are,
 * which is when Java's compiler is through with it. A second or two of work; none once the program has done it before.
 */
final class VectorWarmUp implements AutoCloseable {
    private static final int ROWS = 7;
    private static final int DEPTH = 12;
    private static final int CALLS = 50;

    /** So often in a row the vector kernel has to win: once could be chance. */
    private static final int WINS = 3;

    private final Thread thread = new Thread(this::work, "unroll-warm-up");
    private volatile boolean ready;
    private volatile boolean closed;

    VectorWarmUp() {
        thread.setDaemon(true);
    }

    /** A kernel that turns into the vector kernel when that is ready. */
    Kernel kernel() {
        return Kernels.vectorWhen(() -> ready);
    }

    /** Begins, once. */
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Begins if that has not happened, and waits for the end. */
    void await() throws InterruptedException {
        start();
        thread.join();
    }

    private void work() {
        Kernels.vector().ifPresent(vector -> {
            Drill ofVector = new Drill(vector);
            Drill ofPlain = new Drill(Kernels.plain());
            int wins = 0;
            while (wins < WINS && !closed) {
                long vectorNanos = ofVector.nanos();
                wins = !closed && vectorNanos < ofPlain.nanos() ? wins + 1 : 0;
            }
            ready = wins == WINS;
        });
    }

    /** Ends without having made anything ready, and waits for the end. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** All operations of a kernel on small arrays. */
    private static final class Drill {
        private final Kernel kernel;
        private final int widest;
        private final double[] source;
        private final double[] target;

        private Drill(Kernel kernel) {
            this.kernel = kernel;
            this.widest = Kernels.vector().orElse(kernel).panelWidth();
            this.source = new double[ROWS * DEPTH * widest];
            this.target = new double[ROWS * widest];
            for (int i = 0; i < source.length; i++) {
                source[i] = (i % 7 - 3) / 8.0;
            }
        }

        private long nanos() {
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                for (int vectors = 1; vectors <= Kernel.PANEL_VECTORS; vectors++) {
                    run(vectors * widest / Kernel.PANEL_VECTORS);
                }
            }
            return System.nanoTime() - start;
        }

        private void run(int width) {
            Operand x = Operand.rows(source, 0, widest);
            Scaled scaled = new Scaled(x);
            Operand y = Operand.rows(target, 0, widest);
            Operand left = Operand.rows(source, 0, DEPTH);
            kernel.spread(ROWS, width, x, y);
            kernel.multiply(ROWS, width, DEPTH, new Factors(left, Operand.panels(source, 0, width, 0)), y, y);
            kernel.sumRows(ROWS, width, x, y);
            for (Curve curve : Curve.values()) {
                kernel.apply(curve, ROWS, width, x, y);
                for (Accumulation into : Accumulation.values()) {
                    kernel.slope(curve, into, ROWS, width, new Slope(x, x, y));
                }
            }
            for (Accumulation into : Accumulation.values()) {
                kernel.product(into, ROWS, width, Factor.of(x), Factor.oneMinus(x), y);
                kernel.add(into, ROWS, width, Factor.of(x), y);
            }
            kernel.exp(ROWS, width, x, y);
            for (Arithmetic operation : Arithmetic.values()) {
                kernel.combine(operation, ROWS * width, scaled, scaled, y);
            }
            kernel.addSquare(ROWS * width, scaled, scaled, y);
            kernel.addToRoot(ROWS * width, x, scaled, y);
            kernel.sumOfSquares(source, 0, ROWS * width);
        }
    }
}
