package unroll.core.fused;

import java.util.Arrays;
import unroll.core.model.Batch;
import unroll.core.model.InitialStates;
import unroll.core.model.Masks;
import unroll.core.model.Network;

/**
 * Loss and gradient of a batch, as {@link unroll.core.model.Execution} computes them up to rounding, in memory that is
 * allocated once.
 *
 * <p>A batch of {@value #SPLIT} rows or more is worked in two halves, whose losses and gradients are summed first half
 * first. The number of rows alone decides it, so that the bits are the same on one thread and on two.
 */
public final class FusedExecution {
    private static final int SPLIT = 16;

    /** What is computed besides the loss. */
    public enum Purpose {
        /** Outputs. */
        MEASURING,
        /** Outputs and the gradient. */
        TRAINING
    }

    private final Given given;
    private final Batch batch;
    private final double[] gradient;
    private final Runner runner;
    private final BatchPart first;
    private final BatchPart second;
    private final Runnable[] forward;
    private final Runnable[] both;

    /**
     * @param batch to be filled before each pass
     * @param weights under {@link Network#parameters}; read at every pass, never written
     */
    public FusedExecution(Network network, Batch batch, double[] weights, Purpose purpose, Engine engine) {
        boolean differentiates = purpose == Purpose.TRAINING;
        this.given = Given.of(network, batch, weights);
        this.batch = batch;
        this.runner = engine.runner();
        this.gradient = new double[differentiates ? weights.length : 0];
        int rows = batch.capacityRows();
        int half = (rows + 1) / 2;
        int alone = Math.min(rows, SPLIT - 1);
        this.first =
                new BatchPart(given, Math.max(half, alone), engine.kernels().get(), differentiates);
        this.second = rows < SPLIT
                ? null
                : new BatchPart(given, rows - half, engine.kernels().get(), differentiates);
        this.forward = new Runnable[] {first::forward, second == null ? null : second::forward};
        this.both = new Runnable[] {() -> differentiate(first), () -> differentiate(second)};
    }

    private static void differentiate(BatchPart part) {
        part.forward();
        part.backward();
    }

    /** Runs the batch forwards; returns L. */
    public double forward() {
        return run(forward);
    }

    /** Runs the batch forwards and backwards; returns L, and leaves its gradient in {@link #gradient}. */
    public double differentiate() {
        double loss = run(both);
        double[] one = first.gradient();
        if (isSplit()) {
            double[] other = second.gradient();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = one[i] + other[i];
            }
        } else {
            System.arraycopy(one, 0, gradient, 0, gradient.length);
        }
        return loss;
    }

    private boolean isSplit() {
        return batch.rows() >= SPLIT;
    }

    private double run(Runnable[] tasks) {
        int rows = batch.rows();
        if (!isSplit()) {
            first.take(0, rows);
            tasks[0].run();
            return first.loss();
        }
        int half = (rows + 1) / 2;
        first.take(0, half);
        second.take(half, rows);
        runner.run(tasks[0], tasks[1]);
        return first.loss() + second.loss();
    }

    /** What the next sequences start from. */
    public InitialStates initialStates() {
        return given.initialStates();
    }

    /** Lets the next sequences go on from where the last forward pass ended; no gradient goes back that way. */
    public void carryStatesOver() {
        first.carryOver();
        if (isSplit()) {
            second.carryOver();
        }
        given.initialStates().noteCarried();
    }

    /** What dropout leaves of the layers' inputs; all 0 until drawn. */
    public Masks masks() {
        return given.masks();
    }

    /** Flat under {@link Network#parameters}; changed by whoever clips it. */
    public double[] gradient() {
        return gradient;
    }

    /** Forgets numbers that are not finite, before training goes on from earlier weights. */
    public void clear() {
        first.clear();
        if (second != null) {
            second.clear();
        }
        Arrays.fill(gradient, 0);
    }

    /**
     * Copies the outputs that the loss reads, at a step that has a loss.
     *
     * @param to of length O
     */
    public void copyOutputs(int t, int row, double[] to) {
        int place = first.rowOf(row);
        if (place >= 0) {
            first.copyOutputs(t, place, to);
        } else {
            second.copyOutputs(t, second.rowOf(row), to);
        }
    }
}
