package unroll.plot.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and moves it there when it is whole. */
final class AtomicFile {

    /** Produces the content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    static void write(Path file, boolean replace, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        requireRoom(target, replace);
        Path part = null;
        try {
            part = newPart(target);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw new IOException("can't write " + file + ": " + reason(e), e);
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void requireRoom(Path target, boolean replace) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("can't write " + target + ": there is no folder " + folder);
        }
        if (Files.isDirectory(target)) {
            throw new IOException("can't write " + target + ": a folder has that name");
        }
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "the file exists and is not to be replaced");
        }
    }

    /** Not a temporary file of the system's: those are for their owner's eyes only and would stay so when moved. */
    private static Path newPart(Path target) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path part = target.resolveSibling("." + target.getFileName() + "." + attempt + ".part");
            try {
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                        .close();
                return part;
            } catch (FileAlreadyExistsException taken) {
                // another export of the same file runs, or once broke off: take the next name
            }
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to write in that folder";
        }
        return e.getReason() == null ? e.toString() : e.getReason();
    }
}
