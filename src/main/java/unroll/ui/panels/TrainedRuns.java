package unroll.ui.panels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Task;
import unroll.io.RunFolder.Saved;
import unroll.run.Snapshot;

/**
 * The runs whose curves can be shown: the one that is open, those before it in this session, which stay to be compared
 * with, and kept ones that were fetched.
 */
final class TrainedRuns {
    private static final int MOST_BEFORE = 5;

    private final List<ShownRun> before = new ArrayList<>();
    private final List<ShownRun> fetched = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private List<Level> levels = List.of();
    private Experiment experiment;
    private Metrics current = Metrics.NONE;
    private int openId;
    private int nextId = 1;

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
            before.add(new ShownRun(openId, name(), experiment, current));
            if (before.size() > MOST_BEFORE) {
                before.remove(0);
            }
            openId = nextId++;
        }
        current = Metrics.NONE;
        experiment = null;
    }

    /** Turns to a task; earlier runs of another sort of task don't compare with its own. What was fetched stays. */
    void setTask(Task task, List<Level> baselines) {
        before.removeIf(run -> !run.experiment().task().isLike(task));
        levels = List.copyOf(baselines);
    }

    /** Fetches a kept run, or lets it go again. */
    void fetch(String name, Saved run) {
        if (!fetched.removeIf(each -> each.name().equals(name))) {
            fetched.add(new ShownRun(nextId++, name, run.experiment(), run.metrics()));
        }
    }

    boolean isFetched(String name) {
        return fetched.stream().anyMatch(each -> each.name().equals(name));
    }

    boolean hasOthers() {
        return !before.isEmpty() || !fetched.isEmpty();
    }

    void forgetOthers() {
        before.clear();
        fetched.clear();
        hidden.clear();
    }

    /** All but the open one, shown or not. */
    List<ShownRun> others() {
        List<ShownRun> others = new ArrayList<>(before);
        others.addAll(fetched);
        return others;
    }

    boolean isShown(ShownRun run) {
        return !hidden.contains(run.id());
    }

    /** Shows a run that was hidden, or hides it. */
    void toggle(ShownRun run) {
        if (!hidden.remove(run.id())) {
            hidden.add(run.id());
        }
    }

    /** What rules without a network reach. */
    List<Level> levels() {
        return levels;
    }

    /** The open run; empty before it has begun. */
    Optional<ShownRun> open() {
        return experiment == null ? Optional.empty() : Optional.of(new ShownRun(openId, name(), experiment, current));
    }

    /** Those that are shown, the open one first. */
    List<ShownRun> shown() {
        List<ShownRun> shown = new ArrayList<>();
        open().ifPresent(shown::add);
        others().stream().filter(this::isShown).forEach(shown::add);
        return shown;
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
}
