package unroll.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.experiment.Experiment;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.ui.canvas.FrameClock;

/** The experiments of the latest runs that were kept, read in the background. */
public final class KeptExperiments {
    private static final int MOST = 12;

    /**
     * A kept run's experiment.
     *
     * @param name of its folder
     */
    record Kept(String name, Experiment experiment) {}

    private final Jobs jobs;
    private final RunStore store;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private Job<List<Kept>> reading;
    private Consumer<List<Kept>> onRead = found -> {};

    public KeptExperiments(Jobs jobs, RunStore store, FrameClock clock) {
        this.jobs = jobs;
        this.store = store;
        clock.during(waiting, now -> look());
    }

    /** Reads them anew and gives them, the latest first, to whoever asked last. */
    void read(Consumer<List<Kept>> action) {
        onRead = action;
        reading = jobs.start(this::latest);
        waiting.set(true);
    }

    private List<Kept> latest() throws ReadProblem {
        List<RunFolder> folders = new ArrayList<>(store.runs());
        folders.sort(Comparator.comparingLong(
                        (RunFolder run) -> run.folder().toFile().lastModified())
                .reversed());
        List<Kept> kept = new ArrayList<>();
        for (RunFolder run : folders.subList(0, Math.min(MOST, folders.size()))) {
            readable(run).ifPresent(kept::add);
        }
        return List.copyOf(kept);
    }

    /** A run that can't be read can't be compared with; whoever opens it is told why. */
    private static Optional<Kept> readable(RunFolder run) {
        try {
            String name = run.folder().getFileName().toString();
            return Optional.of(new Kept(name, run.read().experiment()));
        } catch (ReadProblem spoilt) {
            return Optional.empty();
        }
    }

    private void look() {
        if (reading.isDone()) {
            waiting.set(false);
            onRead.accept(reading.result().orElse(List.of()));
        }
    }
}
