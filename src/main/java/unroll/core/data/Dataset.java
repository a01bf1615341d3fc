package unroll.core.data;

import java.util.List;
import unroll.core.model.LossSpec;

/**
 * Sequences to learn from and others to be tested with.
 *
 * @param training what a training takes its sequences from
 * @param scaling how the data's own units became the numbers of the sequences
 * @param baselines what rules without a network reach on the test set
 * @param outputNames of the outputs in order: classes, or what is foretold
 * @param notes what a user should know of how the data were read, such as gaps in them; a sentence each
 */
public record Dataset(
        Sequences training,
        Examples test,
        Scaling scaling,
        List<Baseline> baselines,
        List<String> outputNames,
        List<String> notes) {
    public Dataset {
        baselines = List.copyOf(baselines);
        outputNames = List.copyOf(outputNames);
        notes = List.copyOf(notes);
        if (training.inputSize() != test.inputSize()
                || training.outputs() != test.outputs()
                || training.areClasses() != test.areClasses()) {
            throw new IllegalArgumentException("training and test sequences are not of one kind: "
                    + training.inputSize() + " and " + test.inputSize() + " inputs, " + training.outputs() + " and "
                    + test.outputs() + " outputs");
        }
        if (outputNames.size() != training.outputs()) {
            throw new IllegalArgumentException(training.outputs() + " outputs have " + outputNames.size() + " names");
        }
    }

    /** Data of which there is nothing to note. */
    public Dataset(
            Sequences training, Examples test, Scaling scaling, List<Baseline> baselines, List<String> outputNames) {
        this(training, test, scaling, baselines, outputNames, List.of());
    }

    /** The sequences to learn from, to be looked at and measured on; of freshly drawn ones, the first epoch's. */
    public Examples train() {
        return training.kept();
    }

    /** Whether all sequences of both parts have the same length. */
    public boolean areEquallyLong() {
        return training.areEquallyLong() && test.areEquallyLong() && training.steps() == test.steps();
    }

    /** With baselines for a loss that may sum over the steps; they are first given for one step. */
    public Dataset withBaselinesFor(LossSpec loss) {
        double weight = loss.overTime() == LossSpec.OverTime.SUM && loss.atEveryStep() ? training.steps() : 1;
        List<Baseline> weighed =
                baselines.stream().map(each -> each.times(weight)).toList();
        return new Dataset(training, test, scaling, weighed, outputNames, notes);
    }
}
