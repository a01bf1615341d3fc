package unroll.io;

import java.nio.file.Path;

/** Something that can't be written: which file, and why. The message says it in one line. */
public final class WriteProblem extends Exception {
    private static final long serialVersionUID = 1;

    public WriteProblem(Path file, String reason, Throwable cause) {
        super("can't write " + file + ": " + reason.replaceAll("[\\r\\n]+", " "), cause);
    }
}
