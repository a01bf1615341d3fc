package unroll.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.core.data.Examples;
import unroll.core.data.WindowedSeries.Split;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;

/**
 * What a network foretells of the test part of a series, in the data's units: the next value from each window of measured
 * ones, and many values from the first window alone, each forecast put into the window as if it had been measured.
 *
 * @param labels of the values that are foretold, such as years
 * @param lastKnown the value before the first of them
 * @param measured what came, of shape [N]
 * @param ahead what was foretold one step ahead, of shape [N]
 * @param fedBack what was foretold from forecasts, of shape [N or fewer]
 */
public record Forecast(List<String> labels, double lastKnown, Tensor measured, Tensor ahead, Tensor fedBack) {
    public Forecast {
        labels = List.copyOf(labels);
    }

    /** Whether an experiment foretells one number from windows that follow each other in time without a gap. */
    public static boolean isPossible(Setup setup) {
        return setup.experiment().task() instanceof Task.Series series
                && !series.allowsGaps()
                && series.windows().split() == Split.TIME
                && !setup.network().loss().atEveryStep();
    }

    /**
     * Foretells.
     *
     * @param setup for which {@link #isPossible} holds
     * @param steps how many values are foretold from forecasts; no more than there are to compare with
     */
    public static Forecast of(Setup setup, Parameters parameters, int steps) {
        Examples test = setup.data().test();
        int rows = test.size();
        int window = test.steps();
        Batch batch = new Batch(setup.network(), window, rows);
        for (int row = 0; row < rows; row++) {
            test.fill(row, batch, row);
        }
        double[] measured = new double[rows];
        for (int row = 0; row < rows; row++) {
            measured[row] = restored(setup, batch.target(window, row, 0));
        }
        double[] first = IntStream.rangeClosed(1, window)
                .mapToDouble(t -> test.input(0, t, 0))
                .toArray();
        double[] ahead = outputs(setup, parameters, batch);
        double[] fedBack = fedBack(setup, parameters, first, Math.min(steps, rows));
        return new Forecast(
                test.labels(), restored(setup, first[window - 1]), tensor(measured), tensor(ahead), tensor(fedBack));
    }

    private static Tensor tensor(double[] values) {
        return Tensor.of(values, values.length);
    }

    private static double restored(Setup setup, double scaled) {
        return setup.data().scaling().restore(scaled);
    }

    /** The output at the last step of every row. */
    private static double[] outputs(Setup setup, Parameters parameters, Batch batch) {
        Execution execution = Execution.of(setup.network(), parameters, batch, Detail.TRAINING);
        setup.conditions(batch.rows()).initialStates().forEach(execution::setInitialState);
        execution.forward();
        Buffer read = execution.values().get(Site.head(setup.network().readByLoss()));
        return IntStream.range(0, batch.rows())
                .mapToDouble(row -> restored(setup, read.data()[read.offset(batch.steps(), row)]))
                .toArray();
    }

    private static double[] fedBack(Setup setup, Parameters parameters, double[] start, int steps) {
        double[] window = start.clone();
        Batch batch = new Batch(setup.network(), window.length, 1);
        double[] foretold = new double[steps];
        for (int i = 0; i < steps; i++) {
            for (int t = 1; t <= window.length; t++) {
                batch.setInput(t, 0, 0, window[t - 1]);
            }
            foretold[i] = outputs(setup, parameters, batch)[0];
            System.arraycopy(window, 1, window, 0, window.length - 1);
            window[window.length - 1] = setup.data().scaling().scale(foretold[i]);
        }
        return foretold;
    }

    /** The root of the mean squared error of the first forecasts of one step ahead. */
    public double errorAhead(int count) {
        return rootError(ahead, count);
    }

    /** The root of the mean squared error of the forecasts from forecasts. */
    public double errorFedBack() {
        return rootError(fedBack, fedBack.size());
    }

    /** The same for who says at every one of the first steps what was measured last before them. */
    public double errorHeld(int count) {
        double[] held = new double[Math.min(count, measured.size())];
        Arrays.fill(held, lastKnown);
        return rootError(tensor(held), held.length);
    }

    private double rootError(Tensor foretold, int count) {
        int compared = Math.min(count, foretold.size());
        return Math.sqrt(IntStream.range(0, compared)
                .mapToDouble(i -> foretold.at(i) - measured.at(i))
                .map(error -> error * error)
                .average()
                .orElse(Double.NaN));
    }
}
