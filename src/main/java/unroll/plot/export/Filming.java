package unroll.plot.export;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes a film, which others may watch and end from their threads. */
public final class Filming {
    /** Of an animation; the numbered pictures are {@link FileFormat#PNG}. */
    public static final String GIF = ".gif";

    private static final String NAMES = "frame-\\d{4}\\.png";

    private final Film film;
    private final Exporter exporter;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public Filming(Film film, Exporter exporter) {
        this.film = film;
        this.exporter = exporter;
    }

    /** How many pictures there will be. */
    public int frames() {
        return film.frames();
    }

    /** How many pictures are written. */
    public int done() {
        return done.get();
    }

    /** Ends the writing before its next picture. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether a file is one of those that {@link #writeFrames} makes. */
    public static boolean isFrame(Path file) {
        return file.getFileName().toString().matches(NAMES);
    }

    /**
     * Writes an animation that begins again when it has ended.
     *
     * @param out stays open
     * @throws CancellationException if it was ended
     */
    public void writeGif(OutputStream out) throws IOException {
        try (GifWriter gif = new GifWriter(out)) {
            for (int i = 0; i < film.frames(); i++) {
                gif.add(image(i), film.hundredths(i));
                done.incrementAndGet();
            }
        }
    }

    /**
     * Writes numbered pictures, {@code frame-0001.png} and so on.
     *
     * @param folder must be there
     * @throws CancellationException if it was ended
     */
    public void writeFrames(Path folder) throws IOException {
        for (int i = 0; i < film.frames(); i++) {
            requireGoing();
            Path file = folder.resolve(String.format(Locale.ROOT, "frame-%04d.png", i + 1));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                film.settings(exporter, i).write(film.picture().apply(i), FileFormat.PNG, out);
            }
            done.incrementAndGet();
        }
    }

    private BufferedImage image(int frame) throws IOException {
        requireGoing();
        return film.settings(exporter, frame).image(film.picture().apply(frame));
    }

    private void requireGoing() {
        if (cancelled.get()) {
            throw new CancellationException("ended after " + done + " of " + frames() + " pictures");
        }
    }
}
