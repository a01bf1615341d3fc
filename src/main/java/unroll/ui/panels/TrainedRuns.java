package unroll.ui.panels;

import java.util.ArrayList;
import java.util.List;
import unroll.experiment.Curve;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.run.Snapshot;
import unroll.ui.state.Messages;

/** The runs of this session: the one that is open, and those before it, which stay to be compared with. */
final class TrainedRuns {
    private static final int MOST_BEFORE = 5;
    private static final int DASHED = 1;

    private record Trained(String name, Metrics metrics) {}

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
            before.add(new Trained(name(), current));
            if (before.size() > MOST_BEFORE) {
                before.remove(0);
            }
        }
        current = Metrics.NONE;
        experiment = null;
    }

    void setLevels(List<Level> baselines) {
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

    /** After its cell, with a number where that is taken. */
    private String name() {
        String cell = experiment.model().cell().id();
        long taken = before.stream()
                .filter(run -> run.name().equals(cell) || run.name().startsWith(cell + " "))
                .count();
        return taken == 0 ? cell : cell + " " + (taken + 1);
    }

    /** The curves of one kind of all runs, the open one in the first colours and on top. */
    CurveSet curves(CurveKind kind) {
        List<Series> series = new ArrayList<>();
        for (Level level : levels) {
            if (kind.metrics().contains(level.metric())) {
                series.add(Series.baseline(level.name(), level.value()));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            addEarlier(before.get(i), kind, i + 2, series);
        }
        for (int i = 0; i < kind.metrics().size(); i++) {
            Metric metric = kind.metrics().get(i);
            add(messages.text("panels.metric." + metric.id()), current.of(metric), i, 0, series);
        }
        return new CurveSet(messages.text("panels.iteration"), messages.text(kind.titleKey()), series);
    }

    private void addEarlier(Trained run, CurveKind kind, int color, List<Series> series) {
        boolean several = kind.metrics().size() > 1;
        for (Metric metric : kind.metrics()) {
            String name = several ? run.name() + " " + messages.text("panels.metric." + metric.id()) : run.name();
            add(name, run.metrics().of(metric), color, several && metric == Metric.TRAIN_LOSS ? DASHED : 0, series);
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
