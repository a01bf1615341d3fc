package unroll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import unroll.cli.RunGroups.Group;
import unroll.experiment.Curve;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.Metric;
import unroll.experiment.TensorMetric;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Pen;
import unroll.plot.curves.Series;
import unroll.plot.curves.Spread;

/**
 * The curves of runs as a figure's series: a colour, a line pattern and a shape a run, or a measure where there is one run
 * only. What the runs' weights were drawn from stands in the title where all share it, else in the legend.
 *
 * @param groups of one run each, or of runs of which the mean is drawn
 * @param metric a measure, or a name for several
 */
record RunCurves(List<Group> groups, String metric) {
    /** Both losses. */
    private static final String LOSS = "loss";

    /** Behind the name of a tensor's measure: all tensors. */
    private static final String EACH = ".each";

    /** All classes. */
    private static final String CLASSES = Metric.TEST_ACCURACY.id() + EACH;

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
        for (int run = 0; run < groups.size(); run++) {
            for (int i = 0; i < measures.size(); i++) {
                add(groups.get(run), measures.get(i), pen(run, i), series);
            }
        }
        return new CurveSet("iteration", title(measures), series);
    }

    private Stream<NamedRun> runs() {
        return groups.stream().flatMap(group -> group.runs().stream());
    }

    /** One curve alone needs no shape; beside a run's test curve, its training curve is the dashed one. */
    private Pen pen(int run, int measure) {
        int count = measures().size();
        if (groups.size() == 1) {
            return count == 1 ? Pen.of(0).unmarked() : Pen.of(measure);
        }
        return count == 1 ? Pen.of(run) : Pen.of(run).dashed(count - 1 - measure);
    }

    private List<Measure> measures() {
        if (metric.equals(LOSS)) {
            return List.of(Metric.TRAIN_LOSS, Metric.TEST_LOSS);
        }
        Set<Measure> measures = new LinkedHashSet<>();
        if (metric.equals(CLASSES)) {
            runs().forEach(each -> measures.addAll(each.run().metrics().ofClasses()));
        }
        for (TensorMetric.Kind kind : TensorMetric.Kind.values()) {
            if (metric.equals(kind.id() + EACH)) {
                runs().forEach(each -> measures.addAll(each.run().metrics().ofTensors(kind)));
            }
        }
        Measure.of(metric).filter(any -> !metric.endsWith(EACH)).ifPresent(measures::add);
        return List.copyOf(measures);
    }

    private String title(List<Measure> measures) {
        String title = measures.size() == 1 ? measures.get(0).id() : metric.replace(EACH, "");
        List<String> initialisers = initialisers();
        return initialisers.size() == 1 ? title + " \u00b7 initialiser " + initialisers.get(0) : title;
    }

    private List<String> initialisers() {
        return runs().map(each -> each.run().experiment().initialiser().plain())
                .distinct()
                .toList();
    }

    private void add(Group group, Measure measure, Pen pen, List<Series> series) {
        List<Series> members = new ArrayList<>();
        for (NamedRun each : group.runs()) {
            Curve curve = each.run().metrics().of(measure);
            if (!curve.isEmpty()) {
                Doubles places = Doubles.of(curve.iterations().asDoubleStream());
                members.add(Series.curve(name(group, measure), places, Doubles.of(curve.values()), 0)
                        .drawnWith(pen));
            }
        }
        if (members.size() == 1) {
            series.add(members.get(0));
        } else if (members.size() > 1) {
            series.add(Spread.of(members.get(0).name() + ", mean of " + members.size(), members, pen));
        }
    }

    private String name(Group group, Measure measure) {
        String named = initialisers().size() == 1
                ? group.name()
                : group.name() + " ("
                        + group.runs().get(0).run().experiment().initialiser().plain() + ")";
        return groups.size() == 1 ? measure.id() : measures().size() == 1 ? named : named + " " + measure.id();
    }

    /** Baselines of the metrics shown; of those that runs share, one. */
    private Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        List<Measure> measures = measures();
        runs().forEach(each -> {
            for (Level level : each.run().levels()) {
                if (measures.contains(level.metric())) {
                    boolean clashes = levels.containsKey(level.name()) && levels.get(level.name()) != level.value();
                    levels.put(clashes ? level.name() + " of " + each.name() : level.name(), level.value());
                }
            }
        });
        return levels;
    }
}
