package unroll.ui.panels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunFolder.Saved;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.ui.canvas.FrameClock;

/** The runs on disk, read in the background when they are asked for. */
public final class KeptRuns {
    private static final int MOST = 15;

    private final Jobs jobs;
    private final RunStore store;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private final List<Waiting<?>> readings = new ArrayList<>();

    private record Waiting<T>(Job<T> job, Consumer<T> onRead, Consumer<String> onProblem) {
        boolean end() {
            if (job.isDone()) {
                job.result().ifPresent(onRead);
                job.failure().map(Exception::getMessage).ifPresent(onProblem);
            }
            return job.isDone();
        }
    }

    public KeptRuns(Jobs jobs, RunStore store, FrameClock clock) {
        this.jobs = jobs;
        this.store = store;
        clock.during(waiting, now -> look());
    }

    /** Gives the folders of the latest runs, the newest first; none where they can't be listed. */
    void latest(Consumer<List<Path>> action) {
        await(jobs.start(this::folders), action, problem -> action.accept(List.of()));
    }

    private List<Path> folders() throws ReadProblem {
        return store.runs().stream()
                .map(RunFolder::folder)
                .sorted(Comparator.comparingLong(
                                (Path folder) -> folder.toFile().lastModified())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /** Reads a run and gives it under the name of its folder, or a sentence if it can't be read. */
    void read(Path folder, BiConsumer<String, Saved> action, Consumer<String> problem) {
        String name = folder.getFileName().toString();
        await(jobs.start(() -> new RunFolder(folder).read()), run -> action.accept(name, run), problem);
    }

    private <T> void await(Job<T> job, Consumer<T> onRead, Consumer<String> onProblem) {
        readings.add(new Waiting<>(job, onRead, onProblem));
        waiting.set(true);
    }

    private void look() {
        List<Waiting<?>> ended =
                List.copyOf(readings).stream().filter(Waiting::end).toList();
        readings.removeAll(ended);
        waiting.set(!readings.isEmpty());
    }
}
