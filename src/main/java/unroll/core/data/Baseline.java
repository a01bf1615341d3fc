package unroll.core.data;

import java.util.OptionalDouble;

/**
 * What a rule without a network reaches on the test set; a network that does not beat it has learned nothing of use.
 *
 * @param name such as {@code last value}
 */
public record Baseline(String name, Score test) {
    /** The same rule where the loss of a sequence counts several times. */
    Baseline times(double factor) {
        return new Baseline(name, new Score(factor * test.loss(), test.accuracy()));
    }

    /** Always the mean of the training targets. */
    static Baseline mean(Targets.Vectors train, Targets.Vectors test) {
        double[] mean = new double[train.outputs()];
        int rows = train.size() * train.steps();
        for (int i = 0; i < train.values().size(); i++) {
            mean[i % mean.length] += train.values().at(i) / rows;
        }
        double sum = 0;
        for (int i = 0; i < test.values().size(); i++) {
            double error = mean[i % mean.length] - test.values().at(i);
            sum += error * error;
        }
        return new Baseline("mean", Score.ofLoss(sum / test.values().size()));
    }

    /** Always the most frequent class of the training set; its loss is that of answering with all class frequencies. */
    static Baseline majority(Targets.Classes train, Targets.Classes test) {
        double[] frequency = new double[train.outputs()];
        for (int i = 0; i < train.classes().size(); i++) {
            frequency[(int) train.classes().at(i)] += 1.0 / train.classes().size();
        }
        int majority = 0;
        for (int i = 1; i < frequency.length; i++) {
            majority = frequency[i] > frequency[majority] ? i : majority;
        }
        double loss = 0;
        int right = 0;
        int count = test.classes().size();
        for (int i = 0; i < count; i++) {
            int answer = (int) test.classes().at(i);
            loss -= StrictMath.log(frequency[answer]);
            right += answer == majority ? 1 : 0;
        }
        return new Baseline("majority class", new Score(loss / count, OptionalDouble.of((double) right / count)));
    }
}
