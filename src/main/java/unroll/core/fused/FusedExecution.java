package unroll.core.fused;

import java.util.Arrays;
import unroll.core.kernel.Engine;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Runner;
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

    /** With fewer than these, handing half of the weights over takes longer than working it. */
    private static final int FEW_WEIGHTS = 4096;

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
    private final double[] gradientOfSecond;
    private final Engine engine;
    private final Runner overWeights;
    private final BatchPart first;
    private final BatchPart second;
    private final Runnable[] refresh;
    private final Runnable[] forward;
    private final Runnable[] both;
    private final Runnable[] sum;

    /**
     * @param batch to be filled before each pass
     * @param weights under {@link Network#parameters}; read at every pass, never written
     */
    public FusedExecution(Network network, Batch batch, double[] weights, Purpose purpose, Engine engine) {
        Kernel kernel = engine.kernels().get();
        this.given = Given.of(network, batch, weights, kernel);
        this.batch = batch;
        int rows = batch.capacityRows();
        boolean splits = rows >= SPLIT;
        this.engine = splits ? engine : engine.inTurn();
        boolean differentiates = purpose == Purpose.TRAINING;
        this.overWeights = weights.length < FEW_WEIGHTS ? Runner.IN_TURN : this.engine.runner();
        this.gradient = new double[differentiates ? weights.length : 0];
        this.gradientOfSecond = new double[splits ? gradient.length : 0];
        int half = (rows + 1) / 2;
        int alone = Math.min(rows, SPLIT - 1);
        this.first = new BatchPart(given, Math.max(half, alone), kernel, gradient);
        this.second =
                splits ? new BatchPart(given, rows - half, engine.kernels().get(), gradientOfSecond) : null;
        PackedWeights packed = given.packed();
        this.refresh = new Runnable[] {() -> packed.refreshHalf(0), () -> packed.refreshHalf(1)};
        this.forward = new Runnable[] {first::forward, splits ? second::forward : null};
        this.both = new Runnable[] {() -> differentiate(first), () -> differentiate(second)};
        int middle = gradient.length / 2;
        this.sum = new Runnable[] {() -> addSecond(0, middle), () -> addSecond(middle, gradient.length)};
    }

    private static void differentiate(BatchPart part) {
        part.forward();
        part.backward();
    }

    private void addSecond(int from, int to) {
        for (int i = from; i < to; i++) {
            gradient[i] += gradientOfSecond[i];
        }
    }

    /** Runs the batch forwards; returns L. */
    public double forward() {
        return run(forward);
    }

    /** Runs the batch forwards and backwards; returns L, and leaves its gradient in {@link #gradient}. */
    public double differentiate() {
        double loss = run(both);
        if (isSplit()) {
            overWeights.run(sum[0], sum[1]);
        }
        return loss;
    }

    /** What the parts run on: both threads only where batches are worked in two halves. */
    public Engine engine() {
        return engine;
    }

    private boolean isSplit() {
        return batch.rows() >= SPLIT;
    }

    private double run(Runnable[] tasks) {
        int rows = batch.rows();
        if (!isSplit()) {
            given.packed().refresh();
            first.take(0, rows);
            tasks[0].run();
            return first.loss();
        }
        int half = (rows + 1) / 2;
        first.take(0, half);
        second.take(half, rows);
        overWeights.run(refresh[0], refresh[1]);
        engine.runner().run(tasks[0], tasks[1]);
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
