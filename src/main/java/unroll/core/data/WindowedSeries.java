package unroll.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.core.tensor.Tensor;

/**
 * A series of numbers cut into overlapping windows, each to foretell the value that follows it.
 *
 * <p>The first rows train, the others test: a window belongs to the part in which its target lies, so the first test
 * windows still read training values, as in use. Values are scaled by the smallest and the largest of the training part
 * alone, so nothing of the test part is known beforehand.
 *
 * @param window T, the number of values in a sequence
 * @param trainShare the share of rows that train, 0 … 1, rounded down
 */
public record WindowedSeries(int window, double trainShare) {
    public WindowedSeries {
        if (window < 1) {
            throw new IllegalArgumentException("a window holds at least 1 value, not " + window);
        }
        if (!(trainShare > 0 && trainShare < 1)) {
            throw new IllegalArgumentException("the share of rows that train lies between 0 and 1, not " + trainShare);
        }
    }

    /**
     * Cuts the first column of a table.
     *
     * @throws IllegalArgumentException if the training part has no whole window with a target, or the test part no row
     */
    public Dataset cut(Table table) {
        int split = (int) (trainShare * table.rows());
        if (split <= window || split >= table.rows()) {
            throw new IllegalArgumentException("a series of " + table.rows() + " values with a window of " + window
                    + " and a training share of " + trainShare + " leaves "
                    + (split <= window ? "no window to train with" : "nothing to test with"));
        }
        double[] values = table.column(0);
        Scaling scaling = Scaling.byRangeOf(Arrays.copyOf(values, split));
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scaling.scale(values[i]);
        }
        Examples train = windows(scaled, window, split, table.labels());
        Examples test = windows(scaled, split, scaled.length, table.labels());
        Baseline mean = Baseline.mean((Targets.Vectors) train.targets(), (Targets.Vectors) test.targets());
        List<Baseline> baselines = List.of(lastValue(scaled, split), mean);
        return new Dataset(train, test, scaling, baselines, table.columns().subList(0, 1));
    }

    private Examples windows(double[] values, int firstTarget, int endTarget, List<String> labels) {
        int count = endTarget - firstTarget;
        double[] inputs = new double[count * window];
        double[] targets = new double[count];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int target = firstTarget + i;
            System.arraycopy(values, target - window, inputs, i * window, window);
            targets[i] = values[target];
            names.add(labels.get(target));
        }
        Targets vectors = new Targets.Vectors(Tensor.of(targets, count, 1, 1));
        return new Examples(Tensor.of(inputs, count, window, 1), vectors, names);
    }

    private static Baseline lastValue(double[] values, int split) {
        double sum = 0;
        for (int i = split; i < values.length; i++) {
            double error = values[i - 1] - values[i];
            sum += error * error;
        }
        return new Baseline("last value", Score.ofLoss(sum / (values.length - split)));
    }
}
