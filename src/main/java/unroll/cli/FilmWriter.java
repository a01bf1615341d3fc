package unroll.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.WriteProblem;
import unroll.plot.export.Exporter;
import unroll.plot.export.Film;
import unroll.plot.export.Filming;

/** Writes a film, tells how far it is where somebody looks, and ends with Ctrl+C, which leaves nothing half-written. */
record FilmWriter(Exporter exporter, PrintWriter err) {
    private static final String CLEAR = "\r\u001b[K";

    /** Returns the command's exit code. */
    int write(Film film, SnapshotTarget target, Existing existing) throws WriteProblem {
        Filming filming = new Filming(watched(film), exporter);
        try (Interruption interruption = new Interruption(filming::cancel)) {
            if (target.isFolder()) {
                SafeFile.writeFolder(target.path(), existing, Filming::isFrame, filming::writeFrames);
            } else {
                SafeFile.write(target.path(), existing, filming::writeGif);
            }
            return interruption.isRaised() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } catch (CancellationException ended) {
            err.println("unroll: " + ended.getMessage() + ", nothing is kept");
            return ExitCode.INTERRUPTED;
        } finally {
            tell("");
        }
    }

    private Film watched(Film film) {
        return new Film(
                film.frames(),
                frame -> {
                    tell((frame + 1) + "/" + film.frames() + " pictures");
                    return film.picture().apply(frame);
                },
                film.caption(),
                film.millis());
    }

    /** On one line that is written over and over. */
    private void tell(String progress) {
        if (Terminal.showsErrors()) {
            err.print(CLEAR + progress);
            err.flush();
        }
    }
}
