package unroll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import unroll.experiment.Curve;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.Metric;
import unroll.experiment.TensorMetric;
import unroll.io.RunFolder.Saved;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;

/**
 * The curves of runs as a figure's series: a colour a run, or a measure where there is one run only. What the runs'
 * weights were drawn from stands in the title where all share it, else in the legend.
 *
 * @param runs by their names in the legend
 * @param metric a measure, or a name for several
 */
record RunCurves(Map<String, Saved> runs, String metric) {
    /** Both losses. */
    private static final String LOSS = "loss";

    /** Behind the name of a tensor's measure: all tensors. */
    private static final String EACH = ".each";

    /** All classes. */
    private static final String CLASSES = Metric.TEST_ACCURACY.id() + EACH;

    /** Past these, colours come again with another line pattern. */
    private static final int COLORS = 6;

    /** The names that can be asked for, besides those of a single tensor's measure. */
    static List<String> names() {
        Stream<String> tensors = Arrays.stream(TensorMetric.Kind.values()).map(kind -> kind.id() + EACH);
        return Stream.of(Stream.of(LOSS), Arrays.stream(Metric.values()).map(Metric::id), Stream.of(CLASSES), tensors)
                .flatMap(each -> each)
                .toList();
    }

    static boolean isKnown(String name) {
        return names().contains(name) || Measure.of(name).isPresent();
    }

    CurveSet curves() {
        List<Series> series = new ArrayList<>();
        levels().forEach((name, value) -> series.add(Series.baseline(name, value)));
        List<Measure> measures = measures();
        int run = 0;
        for (Map.Entry<String, Saved> each : runs.entrySet()) {
            for (int i = 0; i < measures.size(); i++) {
                boolean alone = runs.size() == 1;
                // Beside the test curve of the same colour, the training curve is the dashed one.
                int dash = alone ? i / COLORS : measures.size() - 1 - i;
                add(each.getKey(), each.getValue(), measures.get(i), series, alone ? i % COLORS : run, dash);
            }
            run++;
        }
        return new CurveSet("iteration", title(measures), series);
    }

    private List<Measure> measures() {
        if (metric.equals(LOSS)) {
            return List.of(Metric.TRAIN_LOSS, Metric.TEST_LOSS);
        }
        Set<Measure> measures = new LinkedHashSet<>();
        if (metric.equals(CLASSES)) {
            runs.values().forEach(run -> measures.addAll(run.metrics().ofClasses()));
        }
        for (TensorMetric.Kind kind : TensorMetric.Kind.values()) {
            if (metric.equals(kind.id() + EACH)) {
                runs.values().forEach(run -> measures.addAll(run.metrics().ofTensors(kind)));
            }
        }
        Measure.of(metric).filter(any -> !metric.endsWith(EACH)).ifPresent(measures::add);
        return List.copyOf(measures);
    }

    private String title(List<Measure> measures) {
        String title = measures.size() == 1 ? measures.get(0).id() : metric.replace(EACH, "");
        List<String> initialisers = initialisers();
        return initialisers.size() == 1 ? title + " · initialiser " + initialisers.get(0) : title;
    }

    private List<String> initialisers() {
        return runs.values().stream()
                .map(run -> run.experiment().initialiser().plain())
                .distinct()
                .toList();
    }

    private void add(String run, Saved saved, Measure measure, List<Series> series, int color, int dash) {
        Curve curve = saved.metrics().of(measure);
        if (curve.isEmpty()) {
            return;
        }
        String named = initialisers().size() == 1
                ? run
                : run + " (" + saved.experiment().initialiser().plain() + ")";
        String name = runs.size() == 1 ? measure.id() : measures().size() == 1 ? named : named + " " + measure.id();
        Doubles places = Doubles.of(curve.iterations().asDoubleStream());
        series.add(Series.curve(name, places, Doubles.of(curve.values()), color).dashed(dash));
    }

    /** Baselines of the metrics shown; of those that runs share, one. */
    private Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        List<Measure> measures = measures();
        for (Map.Entry<String, Saved> run : runs.entrySet()) {
            for (Level level : run.getValue().levels()) {
                if (measures.contains(level.metric())) {
                    boolean clashes = levels.containsKey(level.name()) && levels.get(level.name()) != level.value();
                    levels.put(clashes ? level.name() + " of " + run.getKey() : level.name(), level.value());
                }
            }
        }
        return levels;
    }
}
