package unroll.app;

import unroll.io.DataFiles;
import unroll.io.Home;
import unroll.io.ProgressFile;
import unroll.run.FolderWatch;
import unroll.run.Jobs;
import unroll.run.ProgressStore;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.start.Gallery;
import unroll.ui.state.LiveTraining;

/** What lives as long as the window, whatever language it speaks: threads, files, and the training that runs. */
final class Services implements AutoCloseable {
    private final Jobs jobs = new Jobs();
    private final Jobs previews = new Jobs();
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final TraceService otherTracing = new TraceService(DataFiles.fromWorkingFolder());
    private final FolderWatch watch = new FolderWatch();
    private final Gallery gallery = new Gallery(previews, DataFiles.fromWorkingFolder());
    private final RunStore runs;
    private final LiveTraining training;
    private final LiveTraining otherTraining;
    private final ProgressStore progress;

    Services(Home home) {
        runs = new RunStore(home.runs());
        training = new LiveTraining(jobs, runs);
        otherTraining = new LiveTraining(jobs, runs);
        progress = new ProgressStore(new ProgressFile(home.progress()), jobs);
    }

    Jobs jobs() {
        return jobs;
    }

    TraceService tracing() {
        return tracing;
    }

    /** That of side B of a comparison. */
    TraceService otherTracing() {
        return otherTracing;
    }

    FolderWatch watch() {
        return watch;
    }

    Gallery gallery() {
        return gallery;
    }

    LiveTraining training() {
        return training;
    }

    /** That of side B of a comparison. */
    LiveTraining otherTraining() {
        return otherTraining;
    }

    RunStore runs() {
        return runs;
    }

    ProgressStore progress() {
        return progress;
    }

    @Override
    public void close() {
        watch.close();
        previews.abandon();
        tracing.close();
        otherTracing.close();
        jobs.close();
    }
}
