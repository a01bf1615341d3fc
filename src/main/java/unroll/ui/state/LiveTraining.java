package unroll.ui.state;

import java.util.Optional;
import unroll.experiment.Setup;
import unroll.io.RunFolder;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.run.RunReport;
import unroll.run.RunStore;
import unroll.run.Snapshot;
import unroll.run.Status;
import unroll.run.TrainingRun;

/**
 * The run of the experiment that is open. It is made ready in the background, as measuring a large test set takes time,
 * and kept on disk when it is over.
 */
public final class LiveTraining {
    private final Jobs jobs;
    private final RunStore store;
    private Setup setup;
    private Job<TrainingRun> run;
    private Job<RunFolder> keeping;
    private Snapshot last;
    private boolean wanted;
    private boolean begun;
    private boolean kept;

    public LiveTraining(Jobs jobs, RunStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    /** Begins a run, or goes on with the one that was paused; after one that is over, a new one. */
    void start(Setup ready) {
        if (last != null && last.status().isOver()) {
            drop();
        }
        if (run == null) {
            setup = ready;
            kept = false;
            run = jobs.start(() -> new TrainingRun(ready));
        }
        wanted = true;
    }

    void pause() {
        wanted = false;
    }

    boolean isWanted() {
        return wanted;
    }

    /** Whether there may be something new to look at. */
    boolean isGoing() {
        boolean standing = last == null || !mayMove(last.status().state());
        boolean writing = keeping != null && !keeping.isDone();
        return writing || run != null && (wanted || !standing || !run.isDone());
    }

    /** A run that was held as soon as it had begun goes on until it is told so and has said that it stands. */
    private boolean mayMove(Status.State state) {
        return state == Status.State.RUNNING || begun && state == Status.State.READY;
    }

    /** A snapshot that is newer than the last one taken. */
    Optional<Snapshot> poll() {
        Optional<TrainingRun> ready = ready();
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        if (wanted) {
            ready.get().start();
            begun = true;
        } else {
            ready.get().pause();
        }
        Snapshot latest = ready.get().latest();
        @SuppressWarnings("ReferenceEquality") // the run publishes a new one whenever anything has changed
        boolean same = latest == last;
        if (same) {
            return Optional.empty();
        }
        last = latest;
        if (latest.status().isOver()) {
            wanted = false;
        }
        return Optional.of(latest);
    }

    /** Why the run could not even be made ready, told once. */
    Optional<Exception> failure() {
        Optional<Exception> failure = run == null ? Optional.empty() : run.failure();
        if (failure.isPresent()) {
            drop();
        }
        return failure;
    }

    /** Why a run could not be kept, told once. */
    Optional<Exception> keepingFailure() {
        Optional<Exception> failure = keeping == null ? Optional.empty() : keeping.failure();
        if (failure.isPresent()) {
            keeping = null;
        }
        return failure;
    }

    private Optional<TrainingRun> ready() {
        return run == null ? Optional.empty() : run.result();
    }

    /** Writes the run to disk in the background; once only. Nothing of a run without an iteration is kept. */
    void keep() {
        if (kept || last == null || last.progress().iteration() == 0) {
            return;
        }
        kept = true;
        Setup trained = setup;
        Snapshot result = last;
        keeping = jobs.start(() -> {
            RunFolder folder = store.begin(trained.experiment());
            RunStore.finish(folder, trained, result, RunReport.of(trained, result));
            return folder;
        });
    }

    /** Ends the run, waits for its thread, and begins to write what it has reached. */
    void close() {
        wanted = false;
        ready().ifPresent(ended -> {
            ended.close();
            last = ended.latest();
        });
        keep();
    }

    /** Ends the run; the next start begins another. */
    void drop() {
        wanted = false;
        ready().ifPresent(TrainingRun::stop);
        run = null;
        last = null;
        begun = false;
    }
}
