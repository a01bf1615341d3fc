package unroll.ui.panels;

import java.util.ArrayList;
import java.util.List;
import unroll.experiment.Curve;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Task;
import unroll.experiment.TensorMetric;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.run.Snapshot;
import unroll.ui.state.Messages;

/** The runs of this session: the one that is open, and those before it, which stay to be compared with. */
final class TrainedRuns {
    private static final int MOST_BEFORE = 5;
    private static final int DASHED = 1;

    /** Past these, colours come again with another line pattern. */
    private static final int COLORS = 6;

    private record Trained(String name, Task task, Metrics metrics) {}

    private final Messages messages;
    private final List<Trained> before = new ArrayList<>();
    private List<Level> levels = List.of();
    private Experiment experiment;
    private Metrics current = Metrics.NONE;

    TrainedRuns(Messages messages) {
        this.messages = messages;
    }

    /** Takes the latest measurements of a run; one that begins anew puts the last one aside. */
    void take(Experiment trained, Snapshot latest) {
        boolean another = !trained.equals(experiment) || length(latest.metrics()) < length(current);
        if (another) {
            putAside();
            experiment = trained;
        }
        current = latest.metrics();
    }

    /** The run that was open has ended; it stays as one to compare with. */
    void putAside() {
        if (length(current) > 1) {
            before.add(new Trained(name(), experiment.task(), current));
            if (before.size() > MOST_BEFORE) {
                before.remove(0);
            }
        }
        current = Metrics.NONE;
        experiment = null;
    }

    /** Turns to a task; runs of another sort of task don't compare with its own. */
    void setTask(Task task, List<Level> baselines) {
        before.removeIf(run -> !run.task().isLike(task));
        levels = List.copyOf(baselines);
    }

    boolean hasEarlier() {
        return !before.isEmpty();
    }

    void forgetEarlier() {
        before.clear();
    }

    private static int length(Metrics metrics) {
        return metrics.of(Metric.TRAIN_LOSS).size();
    }

    /** After its cell and its initialiser, with a number where that is taken. */
    private String name() {
        String plain =
                experiment.model().cell().id() + " (" + experiment.initialiser().plain() + ")";
        long taken = before.stream()
                .filter(run -> run.name().equals(plain) || run.name().startsWith(plain + " "))
                .count();
        return taken == 0 ? plain : plain + " " + (taken + 1);
    }

    /** The curves of one kind of all runs, the open one in the first colours and on top. */
    CurveSet curves(CurveKind kind) {
        List<Series> series = new ArrayList<>();
        for (Level level : levels) {
            if (kind.shows(level.metric())) {
                series.add(Series.baseline(LevelName.of(level, messages), level.value()));
            }
        }
        for (int i = 0; i < before.size() && !kind.isByTensor(); i++) {
            addEarlier(before.get(i), kind, i + 2, series);
        }
        List<Measure> measures = kind.measures(current);
        for (int i = 0; i < measures.size(); i++) {
            add(name(measures.get(i)), current.of(measures.get(i)), i % COLORS, i / COLORS, series);
        }
        return new CurveSet(messages.text("panels.iteration"), title(kind), series);
    }

    /** With what the open run's weights were drawn from. */
    private String title(CurveKind kind) {
        String title = messages.text(kind.titleKey());
        return experiment == null
                ? title
                : messages.text(
                        "panels.titleOf", title, experiment.initialiser().plain());
    }

    private String name(Measure measure) {
        return measure instanceof TensorMetric metric
                ? TensorName.caption(metric.tensor())
                : messages.text("panels.metric." + measure.id());
    }

    private void addEarlier(Trained run, CurveKind kind, int color, List<Series> series) {
        List<Measure> measures = kind.measures(run.metrics());
        boolean several = measures.size() > 1;
        for (Measure measure : measures) {
            String name = several ? run.name() + " " + name(measure) : run.name();
            add(name, run.metrics().of(measure), color, several && measure == Metric.TRAIN_LOSS ? DASHED : 0, series);
        }
    }

    private static void add(String name, Curve curve, int color, int dash, List<Series> series) {
        if (!curve.isEmpty()) {
            Doubles places = Doubles.of(curve.iterations().asDoubleStream());
            series.add(Series.curve(name, places, Doubles.of(curve.values()), color)
                    .dashed(dash));
        }
    }
}
