package unroll.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Looks whether the files of a folder change, on a thread of its own. It compares times and sizes a few times a second:
 * that works on every file system, on network drives too.
 */
public final class FolderWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = 300_000_000;

    private record Look(Path folder, Map<String, String> files) {}

    private final Thread thread;
    private volatile Path folder;
    private volatile boolean changed;
    private volatile boolean closed;

    public FolderWatch() {
        thread = new Thread(this::run, "unroll-folder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches a folder in place of the one before. */
    public void start(Path watched) {
        if (!watched.equals(folder)) {
            changed = false;
            folder = watched;
            LockSupport.unpark(thread);
        }
    }

    public void stop() {
        folder = null;
    }

    /** Whether a file has changed since the last call. */
    public boolean hasChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private void run() {
        Look before = new Look(null, Map.of());
        while (!closed) {
            Path watched = folder;
            if (watched == null) {
                LockSupport.park(this);
                continue;
            }
            Look now = look(watched);
            if (watched.equals(before.folder()) && !now.equals(before) && watched.equals(folder)) {
                changed = true;
            }
            before = now;
            LockSupport.parkNanos(this, PAUSE_NANOS);
        }
    }

    private static Look look(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file.toString(), found.lastModifiedTime() + " " + found.size());
            }
        } catch (IOException gone) {
            // A file that vanishes while it is looked at is a change as well; the next look settles it.
            files.put("", "");
        }
        return new Look(folder, files);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
