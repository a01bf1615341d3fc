package unroll.core.data;

/**
 * What a rule without a network reaches on the test set (in expectation, where the test set is drawn); a network that
 * does not beat it has learned nothing of use.
 *
 * @param name such as {@code last value}
 * @param isBound whether instead no network can do better in expectation, since the task knows no more
 */
public record Baseline(String name, Score test, boolean isBound) {
    public Baseline(String name, Score test) {
        this(name, test, false);
    }

    /** Choosing among some classes with equal chances. */
    static Baseline chance(int classes) {
        return new Baseline("chance", Score.ofClasses(StrictMath.log(classes), 1.0 / classes));
    }

    /** The same rule where the loss of a sequence counts several times. */
    Baseline times(double factor) {
        return new Baseline(name, test.times(factor), isBound);
    }

    /** Always the mean of the training targets. */
    static Baseline mean(Targets.Vectors train, Targets.Vectors test) {
        double[] mean = new double[train.outputs()];
        int rows = train.size() * train.steps();
        for (int i = 0; i < train.values().size(); i++) {
            mean[i % mean.length] += train.values().at(i) / rows;
        }
        double squares = 0;
        double absolutes = 0;
        int count = test.values().size();
        for (int i = 0; i < count; i++) {
            double error = mean[i % mean.length] - test.values().at(i);
            squares += error * error;
            absolutes += Math.abs(error);
        }
        return new Baseline("mean", Score.ofErrors(squares / count, absolutes / count));
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
        return new Baseline("majority class", Score.ofClasses(loss / count, (double) right / count));
    }
}
