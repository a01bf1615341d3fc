package unroll.core.data;

import java.util.List;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;

/**
 * An immutable set of sequences.
 *
 * @param targets one or T a sequence
 * @param labels a short name for each sequence, such as the year that is to be foretold
 */
public record Examples(Inputs inputs, Targets targets, List<String> labels) implements Sequences {
    public Examples {
        labels = List.copyOf(labels);
        if (targets.size() != inputs.size() || labels.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    inputs.size() + " sequences have " + targets.size() + " targets and " + labels.size() + " labels");
        }
        if (targets.steps() != 1 && targets.steps() != inputs.steps()) {
            throw new IllegalArgumentException(
                    "sequences of " + inputs.steps() + " steps have targets for " + targets.steps());
        }
    }

    /**
     * Sequences of equal length.
     *
     * @param inputs of shape [N, T, I], finite
     */
    public Examples(Tensor inputs, Targets targets, List<String> labels) {
        this(new Inputs.Vectors(inputs), targets, labels);
    }

    @Override
    public int size() {
        return inputs.size();
    }

    @Override
    public int steps() {
        return inputs.steps();
    }

    @Override
    public int inputSize() {
        return inputs.width();
    }

    @Override
    public int outputs() {
        return targets.outputs();
    }

    @Override
    public boolean areClasses() {
        return targets.areClasses();
    }

    @Override
    public boolean areEquallyLong() {
        for (int example = 0; example < size(); example++) {
            if (length(example) != steps()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean areDrawn() {
        return false;
    }

    @Override
    public int length(long number) {
        return inputs.length(Math.toIntExact(number));
    }

    public String label(int example) {
        return labels.get(example);
    }

    /** The input of a sequence, counted from 0, at step t = 1 … its length. */
    public double input(int example, int t, int unit) {
        return inputs.at(example, t, unit);
    }

    @Override
    public void fill(long number, Batch batch, int row) {
        int example = Math.toIntExact(number);
        int length = inputs.length(example);
        if (length > batch.steps()) {
            throw new IllegalArgumentException(
                    "a sequence of " + length + " steps does not fit a batch of " + batch.steps());
        }
        inputs.fill(example, batch, row);
        targets.fill(example, batch, row);
        batch.setLength(row, length);
    }

    @Override
    public Examples kept() {
        return this;
    }
}
