package unroll.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import unroll.io.SafeFile;
import unroll.io.WriteProblem;
import unroll.plot.Painter;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.ui.canvas.FrameClock;

/** Writes one figure at a time in the background. */
public final class FigureWriting {
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final Jobs jobs;
    private Job<Path> job;
    private Consumer<Path> onDone;
    private Consumer<String> onProblem;

    public FigureWriting(Jobs jobs, FrameClock clock) {
        this.jobs = jobs;
        clock.during(active, now -> look());
    }

    ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /**
     * Begins to write; not while {@link #active()}.
     *
     * @param file an existing one is replaced
     * @param done gets the file when it is written
     * @param problem gets a sentence if it can't be
     */
    void write(Painter painter, Exporter exporter, Path file, Consumer<Path> done, Consumer<String> problem) {
        onDone = done;
        onProblem = problem;
        job = jobs.start(() -> {
            FileFormat format = FileFormat.of(file);
            SafeFile.write(file, SafeFile.Existing.REPLACE, out -> exporter.write(painter, format, out));
            return file;
        });
        active.set(true);
    }

    private void look() {
        if (job.isDone()) {
            active.set(false);
            job.result().ifPresent(onDone);
            job.failure().map(FigureWriting::sentence).ifPresent(onProblem);
        }
    }

    private static String sentence(Exception cause) {
        return cause instanceof IOException || cause instanceof WriteProblem ? cause.getMessage() : cause.toString();
    }
}
