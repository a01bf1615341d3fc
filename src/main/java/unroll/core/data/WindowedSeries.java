package unroll.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * A series of numbers cut into overlapping windows, each to foretell the value that follows it.
 *
 * <p>The first rows train, the others test: a window belongs to the part in which its target lies, so the first test
 * windows still read training values, as in use. Values are scaled by the smallest and the largest of the training part
 * alone, so nothing of the test part is known beforehand. For the same reason the last value before a gap stands in for
 * the missing ones: a line across the gap would tell the windows what comes after it. No stand-in is a target.
 *
 * @param window T, the number of values in a sequence
 * @param trainShare the share of rows that train, 0 … 1, rounded down
 * @param split which windows test
 * @param scaledBy whose range becomes 0 … 1
 */
public record WindowedSeries(int window, double trainShare, Split split, Extent scaledBy) {
    /** How windows fall into training and test part. */
    public enum Split {
        /** The later ones test, as in use. */
        TIME,
        /** Drawn from the seed: each test window then overlaps training windows, which know its target. */
        SHUFFLED;

        /** The name in files and commands. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of the values. */
    public enum Extent {
        TRAIN,
        /** Also the test part, whose range nobody knows beforehand. */
        ALL;

        /** The name in files and commands. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public WindowedSeries {
        if (window < 1) {
            throw new IllegalArgumentException("a window holds at least 1 value, not " + window);
        }
        if (!(trainShare > 0 && trainShare < 1)) {
            throw new IllegalArgumentException("the share of rows that train lies between 0 and 1, not " + trainShare);
        }
    }

    /** With nothing known beforehand. */
    public WindowedSeries(int window, double trainShare) {
        this(window, trainShare, Split.TIME, Extent.TRAIN);
    }

    /** The same with the seed 0, which only a shuffled split needs. */
    public Dataset cut(Table table) {
        return cut(table, 0);
    }

    /**
     * Cuts the first column of a table, in which NaN is a missing value.
     *
     * @param seed from which a shuffled split is drawn
     * @throws IllegalArgumentException if the training part has no whole window with a target, the test part no row, or
     *     the first value is missing
     */
    public Dataset cut(Table table, long seed) {
        int rows = (int) (trainShare * table.rows());
        if (rows <= window || rows >= table.rows()) {
            throw unfit(table, rows <= window ? "no window to train with" : "nothing to test with");
        }
        double[] values = table.column(0);
        int[] measured = IntStream.range(window, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        int missing = carry(values);
        boolean[] tests = tests(measured, rows, values.length, seed);
        double[] known = IntStream.range(0, values.length)
                .filter(i -> scaledBy == Extent.ALL || !tests[i])
                .mapToDouble(i -> values[i])
                .toArray();
        Scaling scaling = Scaling.byRangeOf(known);
        double[] scaled = Arrays.stream(values).map(scaling::scale).toArray();
        int[] trained = Arrays.stream(measured).filter(i -> !tests[i]).toArray();
        int[] tested = Arrays.stream(measured).filter(i -> tests[i]).toArray();
        if (trained.length == 0 || tested.length == 0) {
            throw unfit(table, "no target in one of its parts");
        }
        Examples train = windows(scaled, trained, table.labels());
        Examples test = windows(scaled, tested, table.labels());
        Baseline mean = Baseline.mean((Targets.Vectors) train.targets(), (Targets.Vectors) test.targets());
        List<Baseline> baselines = List.of(lastValue(scaled, tested), mean);
        return new Dataset(
                train, test, scaling, baselines, table.columns().subList(0, 1), notes(missing, values.length));
    }

    /**
     * The values that the test part is to foretell.
     *
     * @param targets ascending
     * @param trainRows how many rows train; of a shuffled split, as many targets test as after a split by time
     */
    private boolean[] tests(int[] targets, int trainRows, int values, long seed) {
        boolean[] tests = new boolean[values];
        if (split == Split.TIME) {
            Arrays.fill(tests, trainRows, values, true);
            return tests;
        }
        int[] dealt = targets.clone();
        RandomStream.named(seed, "split").shuffle(dealt, dealt.length);
        int count = (int) Arrays.stream(targets).filter(i -> i >= trainRows).count();
        Arrays.stream(dealt).limit(count).forEach(i -> tests[i] = true);
        return tests;
    }

    private IllegalArgumentException unfit(Table table, String lack) {
        return new IllegalArgumentException("a series of " + table.rows() + " values with a window of " + window
                + " and a training share of " + trainShare + " leaves " + lack);
    }

    /** Puts the last value before a gap into it; gives the number of missing values. */
    private static int carry(double[] values) {
        if (Double.isNaN(values[0])) {
            throw new IllegalArgumentException("the first value is missing, and there is none before it to stand in");
        }
        int missing = 0;
        for (int i = 1; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = values[i - 1];
                missing++;
            }
        }
        return missing;
    }

    private static List<String> notes(int missing, int all) {
        return missing == 0
                ? List.of()
                : List.of(missing + " of " + all + " values are missing: the last value before a gap stands in for "
                        + "them, and none of them is a target");
    }

    private Examples windows(double[] values, int[] targets, List<String> labels) {
        double[] inputs = new double[targets.length * window];
        double[] answers = new double[targets.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            System.arraycopy(values, targets[i] - window, inputs, i * window, window);
            answers[i] = values[targets[i]];
            names.add(labels.get(targets[i]));
        }
        Targets vectors = new Targets.Vectors(Tensor.of(answers, targets.length, 1, 1));
        return new Examples(Tensor.of(inputs, targets.length, window, 1), vectors, names);
    }

    private static Baseline lastValue(double[] values, int[] targets) {
        double squares = 0;
        double absolutes = 0;
        for (int target : targets) {
            double error = values[target - 1] - values[target];
            squares += error * error;
            absolutes += Math.abs(error);
        }
        return new Baseline("last value", Score.ofErrors(squares / targets.length, absolutes / targets.length));
    }
}
