package unroll.io;

import java.nio.file.Path;

/**
 * Something that can't be written: which file, and why. The message says it in one line of English; the window tells it
 * in its own language.
 */
public final class WriteProblem extends Exception implements Told {
    private static final long serialVersionUID = 1;

    private final transient Phrase phrase;

    public WriteProblem(Path file, Phrase reason, Throwable cause) {
        super(line(file, reason).english().replaceAll("[\\r\\n]+", " "), cause);
        this.phrase = line(file, reason);
    }

    private static Phrase line(Path file, Phrase reason) {
        return Phrase.of("problem.cantWrite", file, reason);
    }

    @Override
    public Phrase phrase() {
        return phrase;
    }
}
