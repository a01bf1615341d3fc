package unroll.core.model;

import java.util.Arrays;
import unroll.core.tensor.Tensor;

/**
 * The sequences of one training step, in memory that is filled anew each time and never reallocated.
 *
 * <p>Inputs are {@code [t][row][unit]} with t = 1 … T. Targets stand at the steps that have a loss: at every step, or
 * once, at slot 0.
 */
public final class Batch {
    private final Network network;
    private final int capacitySteps;
    private final int capacityRows;
    private final Buffer inputs;
    private final double[] targets;
    private final int[] classes;
    private final int[] lengths;
    private int steps;
    private int rows;

    /** Room for sequences of up to {@code steps} steps, {@code rows} at a time. */
    public Batch(Network network, int steps, int rows) {
        if (steps < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "a batch needs at least 1 step and 1 row, not " + steps + " and " + rows);
        }
        this.network = network;
        this.capacitySteps = steps;
        this.capacityRows = rows;
        this.inputs = new Buffer(steps + 1, rows, network.inputSize());
        int slots = network.loss().atEveryStep() ? steps + 1 : 1;
        boolean classifies = network.loss().kind().classifies();
        this.targets = new double[classifies ? 0 : slots * rows * network.outputSize()];
        this.classes = new int[classifies ? slots * rows : 0];
        this.lengths = new int[rows];
        resize(steps, rows);
    }

    /** Sets how much of the room the next sequences use; every row gets the full length. */
    public void resize(int newSteps, int newRows) {
        if (newSteps < 1 || newSteps > capacitySteps || newRows < 1 || newRows > capacityRows) {
            throw new IllegalArgumentException("a batch with room for " + capacitySteps + " steps of " + capacityRows
                    + " rows cannot hold " + newSteps + " steps of " + newRows);
        }
        steps = newSteps;
        rows = newRows;
        Arrays.fill(lengths, newSteps);
    }

    public int steps() {
        return steps;
    }

    public int rows() {
        return rows;
    }

    public int capacitySteps() {
        return capacitySteps;
    }

    public int capacityRows() {
        return capacityRows;
    }

    public Buffer inputs() {
        return inputs;
    }

    public void setInput(int t, int row, int unit, double value) {
        inputs.data()[inputs.offset(t, row) + unit] = value;
    }

    /**
     * Sets a row's inputs at the first steps.
     *
     * @param values the inputs step by step, from an index on
     */
    public void setInputs(int row, Tensor values, int from, int count) {
        int width = inputs.width();
        if (width == 1) {
            // A call that copies in bulk takes ten times as long.
            for (int t = 1; t <= count; t++) {
                inputs.data()[inputs.offset(t, row)] = values.at(from + t - 1);
            }
            return;
        }
        for (int t = 1; t <= count; t++) {
            values.copyTo(from + (t - 1) * width, width, inputs.data(), inputs.offset(t, row));
        }
    }

    /** Sets a row's inputs to 0 past a step. */
    public void clearInputs(int row, int past) {
        for (int t = past + 1; t <= steps; t++) {
            int from = inputs.offset(t, row);
            Arrays.fill(inputs.data(), from, from + inputs.width(), 0);
        }
    }

    /**
     * Takes some consecutive steps of all rows of another batch of the same network, with a loss at every step.
     *
     * @param first the step of the other batch that becomes step 1
     */
    public void takePiece(Batch whole, int first, int count) {
        resize(count, whole.rows);
        for (int t = 1; t <= count; t++) {
            for (int row = 0; row < rows; row++) {
                int from = whole.inputs.offset(first + t - 1, row);
                System.arraycopy(whole.inputs.data(), from, inputs.data(), inputs.offset(t, row), inputs.width());
                takeTarget(whole, first + t - 1, t, row);
            }
        }
    }

    private void takeTarget(Batch whole, int from, int t, int row) {
        if (network.loss().kind().classifies()) {
            classes[classOffset(t, row)] = whole.classes[whole.classOffset(from, row)];
            return;
        }
        int width = network.outputSize();
        System.arraycopy(whole.targets, whole.targetOffset(from, row), targets, targetOffset(t, row), width);
    }

    /** Sets a target vector's entry; {@code t} is ignored where the loss is read once. */
    public void setTarget(int t, int row, int unit, double value) {
        targets[targetOffset(t, row) + unit] = value;
    }

    /** Sets a target class; {@code t} is ignored where the loss is read once. */
    public void setClass(int t, int row, int value) {
        if (value < 0 || value >= network.outputSize()) {
            throw new IllegalArgumentException("class " + value + " at step " + t + " of row " + row
                    + " is not one of the " + network.outputSize() + " outputs, 0 … " + (network.outputSize() - 1));
        }
        classes[classOffset(t, row)] = value;
    }

    /** The number of valid steps of a row, for packed and masked batches. */
    public void setLength(int row, int length) {
        if (length < 1 || length > steps) {
            throw new IllegalArgumentException(
                    "the length of row " + row + " must be 1 … " + steps + ", not " + length);
        }
        lengths[row] = length;
    }

    public int length(int row) {
        return lengths[row];
    }

    public double target(int t, int row, int unit) {
        return targets[targetOffset(t, row) + unit];
    }

    public int targetClass(int t, int row) {
        return classes[classOffset(t, row)];
    }

    private int targetOffset(int t, int row) {
        return classOffset(t, row) * network.outputSize();
    }

    private int classOffset(int t, int row) {
        return (network.loss().atEveryStep() ? t : 0) * capacityRows + row;
    }

    /** The sum of all lengths. */
    public int validSteps() {
        int sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += lengths[row];
        }
        return sum;
    }
}
