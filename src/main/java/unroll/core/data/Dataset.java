package unroll.core.data;

import java.util.List;
import unroll.core.model.LossSpec;

/**
 * Sequences to learn from and others to be tested with.
 *
 * @param scaling how the data's own units became the numbers of the sequences
 * @param baselines what rules without a network reach on the test set
 * @param outputNames of the outputs in order: classes, or what is foretold
 */
public record Dataset(
        Examples train, Examples test, Scaling scaling, List<Baseline> baselines, List<String> outputNames) {
    public Dataset {
        baselines = List.copyOf(baselines);
        outputNames = List.copyOf(outputNames);
        if (train.steps() != test.steps()
                || train.inputSize() != test.inputSize()
                || train.targets().outputs() != test.targets().outputs()
                || train.targets().areClasses() != test.targets().areClasses()) {
            throw new IllegalArgumentException("training sequences " + train.inputs() + " and test sequences "
                    + test.inputs() + " are not of one kind");
        }
        if (outputNames.size() != train.targets().outputs()) {
            throw new IllegalArgumentException(
                    train.targets().outputs() + " outputs have " + outputNames.size() + " names");
        }
    }

    /** With baselines for a loss that may sum over the steps; they are first given for one step. */
    public Dataset withBaselinesFor(LossSpec loss) {
        double weight = loss.atEveryStep() ? loss.stepWeight(train.steps()) * train.steps() : 1;
        List<Baseline> weighed =
                baselines.stream().map(each -> each.times(weight)).toList();
        return new Dataset(train, test, scaling, weighed, outputNames);
    }
}
