package unroll.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.io.SafeFile;
import unroll.io.WriteProblem;
import unroll.plot.Painter;
import unroll.plot.Surface;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.plot.export.Film;
import unroll.plot.export.Filming;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.ui.canvas.FrameClock;

/** Writes one figure at a time in the background. */
public final class FigureWriting {
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private final Jobs jobs;
    private Runnable onEnd = () -> {};
    private Filming filming;

    /**
     * How far a film is.
     *
     * @param done pictures of {@code frames}
     */
    record Progress(int done, int frames) {}

    public FigureWriting(Jobs jobs, FrameClock clock) {
        this.jobs = jobs;
        clock.during(active, now -> look());
    }

    ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /** Null while no film is written. */
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /**
     * Begins to write; not while {@link #active()}.
     *
     * @param file an existing one is replaced
     * @param done gets the file when it is written
     * @param problem gets a sentence if it can't be
     */
    void write(Painter painter, Exporter exporter, Path file, Consumer<Path> done, Consumer<String> problem) {
        begin(
                () -> {
                    FileFormat format = FileFormat.of(file);
                    SafeFile.write(file, SafeFile.Existing.REPLACE, out -> exporter.write(painter, format, out));
                    return file;
                },
                done,
                problem);
    }

    /**
     * Begins to write a film; not while {@link #active()}.
     *
     * @param target ends in .gif, or is the folder for the pictures, which may hold pictures of an earlier film
     * @param done gets the target when it is written
     * @param problem gets a sentence if it can't be, and an empty one if it was cancelled
     */
    void write(Film film, Exporter exporter, Path target, Consumer<Path> done, Consumer<String> problem) {
        Filming begun = new Filming(film, exporter);
        filming = begun;
        begin(
                () -> {
                    if (target.toString().endsWith(Filming.GIF)) {
                        SafeFile.write(target, SafeFile.Existing.REPLACE, begun::writeGif);
                    } else {
                        SafeFile.writeFolder(target, SafeFile.Existing.REPLACE, Filming::isFrame, begun::writeFrames);
                    }
                    return target;
                },
                done,
                problem);
    }

    /** Begins to draw the pixels of a figure; not while {@link #active()}. */
    void draw(Painter painter, Exporter exporter, Consumer<Surface> done, Consumer<String> problem) {
        begin(() -> exporter.draw(painter), done, problem);
    }

    /** Ends a film before its next picture; nothing of it is kept. */
    void cancel() {
        if (filming != null) {
            filming.cancel();
        }
    }

    private <T> void begin(Callable<T> work, Consumer<T> done, Consumer<String> problem) {
        Job<T> job = jobs.start(work);
        onEnd = () -> {
            if (job.isDone()) {
                active.set(false);
                filming = null;
                progress.set(null);
                job.result().ifPresent(done);
                job.failure().map(FigureWriting::sentence).ifPresent(problem);
            }
        };
        active.set(true);
    }

    private void look() {
        if (filming != null) {
            progress.set(new Progress(filming.done(), filming.frames()));
        }
        onEnd.run();
    }

    private static String sentence(Exception cause) {
        if (cause instanceof CancellationException) {
            return "";
        }
        return cause instanceof IOException || cause instanceof WriteProblem ? cause.getMessage() : cause.toString();
    }
}
