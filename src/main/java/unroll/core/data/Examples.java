package unroll.core.data;

import java.util.List;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;

/**
 * An immutable set of sequences of equal length.
 *
 * @param inputs of shape [N, T, I], finite
 * @param targets one or T a sequence
 * @param labels a short name for each sequence, such as the year that is to be foretold
 */
public record Examples(Tensor inputs, Targets targets, List<String> labels) {
    public Examples {
        labels = List.copyOf(labels);
        if (inputs.rank() != 3 || inputs.size() == 0) {
            throw new IllegalArgumentException("sequences need shape [N, T, I] with no extent 0, not " + inputs);
        }
        if (targets.size() != inputs.extent(0) || labels.size() != inputs.extent(0)) {
            throw new IllegalArgumentException(inputs.extent(0) + " sequences have " + targets.size() + " targets and "
                    + labels.size() + " labels");
        }
        if (targets.steps() != 1 && targets.steps() != inputs.extent(1)) {
            throw new IllegalArgumentException(
                    "sequences of " + inputs.extent(1) + " steps have targets for " + targets.steps());
        }
        requireFinite(inputs);
    }

    private static void requireFinite(Tensor inputs) {
        int index = inputs.firstNonFinite();
        if (index >= 0) {
            int width = inputs.extent(2);
            int step = index / width % inputs.extent(1) + 1;
            throw new IllegalArgumentException("the input of sequence " + (index / width / inputs.extent(1) + 1)
                    + " at step " + step + ", unit " + index % width + " is " + inputs.at(index));
        }
    }

    /** N. */
    public int size() {
        return inputs.extent(0);
    }

    /** T. */
    public int steps() {
        return inputs.extent(1);
    }

    /** I. */
    public int inputSize() {
        return inputs.extent(2);
    }

    public String label(int example) {
        return labels.get(example);
    }

    /** The input of a sequence, counted from 0, at step t = 1 … T. */
    public double input(int example, int t, int unit) {
        return inputs.at((example * steps() + t - 1) * inputSize() + unit);
    }

    /**
     * Copies a sequence and its target into a row of a batch, which must have room for exactly its T steps.
     *
     * @param example from 0
     */
    public void fill(int example, Batch batch, int row) {
        if (batch.steps() != steps()) {
            throw new IllegalArgumentException(
                    "a sequence of " + steps() + " steps does not fit a batch of " + batch.steps());
        }
        for (int t = 1; t <= steps(); t++) {
            for (int unit = 0; unit < inputSize(); unit++) {
                batch.setInput(t, row, unit, input(example, t, unit));
            }
        }
        targets.fill(example, batch, row);
    }
}
