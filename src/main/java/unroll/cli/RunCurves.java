package unroll.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.experiment.Curve;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.io.RunFolder.Saved;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;

/**
 * The curves of runs as a figure's series: a colour a run, or a metric where there is one run only.
 *
 * @param runs by their names in the legend
 * @param metric one of {@link #METRICS}
 */
record RunCurves(Map<String, Saved> runs, String metric) {
    /** Both losses. */
    private static final String LOSS = "loss";

    static final List<String> METRICS = List.of(
            LOSS, Metric.TRAIN_LOSS.id(), Metric.TEST_LOSS.id(), Metric.TEST_ACCURACY.id(), Metric.GRADIENT_NORM.id());

    private static final int DASHED = 1;

    CurveSet curves() {
        List<Series> series = new ArrayList<>();
        levels().forEach((name, value) -> series.add(Series.baseline(name, value)));
        int color = 0;
        for (Map.Entry<String, Saved> run : runs.entrySet()) {
            for (Metric each : metrics()) {
                add(run.getKey(), run.getValue(), each, color, series);
                color += runs.size() == 1 ? 1 : 0;
            }
            color += runs.size() == 1 ? 0 : 1;
        }
        return new CurveSet(
                "iteration", metric.equals(LOSS) ? LOSS : metrics().get(0).id(), series);
    }

    private List<Metric> metrics() {
        return metric.equals(LOSS)
                ? List.of(Metric.TRAIN_LOSS, Metric.TEST_LOSS)
                : List.of(Metric.of(metric).orElseThrow());
    }

    private void add(String run, Saved saved, Metric each, int color, List<Series> series) {
        Curve curve = saved.metrics().of(each);
        if (curve.isEmpty()) {
            return;
        }
        String name = runs.size() == 1 ? each.id() : metrics().size() == 1 ? run : run + " " + each.id();
        Doubles places = Doubles.of(curve.iterations().asDoubleStream());
        Series one = Series.curve(name, places, Doubles.of(curve.values()), color);
        // Beside the test curve of the same colour, the training curve is the dashed one.
        boolean dashed = runs.size() > 1 && metrics().size() > 1 && each == Metric.TRAIN_LOSS;
        series.add(dashed ? one.dashed(DASHED) : one);
    }

    /** Baselines of the metrics shown; of those that runs share, one. */
    private Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (Map.Entry<String, Saved> run : runs.entrySet()) {
            for (Level level : run.getValue().levels()) {
                if (metrics().contains(level.metric())) {
                    boolean clashes = levels.containsKey(level.name()) && levels.get(level.name()) != level.value();
                    levels.put(clashes ? level.name() + " of " + run.getKey() : level.name(), level.value());
                }
            }
        }
        return levels;
    }
}
