package unroll.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and moves it there when it is whole: it is there with all its content or not at all. */
public final class SafeFile {
    /** What happens to a file that is there already. */
    public enum Existing {
        KEEP,
        REPLACE
    }

    /** Produces the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private SafeFile() {}

    /** Writes text as UTF-8. */
    public static void write(Path file, Existing existing, String text) throws WriteProblem {
        write(file, existing, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file; its folder must be there.
     *
     * @throws WriteProblem if it can't be written, or is there and is to be kept
     */
    public static void write(Path file, Existing existing, Content content) throws WriteProblem {
        Path target = file.toAbsolutePath();
        requireFree(file, target, existing);
        try {
            Path part = newPart(target);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    content.writeTo(out);
                }
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException problem) {
            throw new WriteProblem(file, reason(problem), problem);
        }
    }

    /** Makes a folder and those above it, if they are not there. */
    public static void createFolder(Path folder) throws WriteProblem {
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new WriteProblem(folder, Phrase.of("problem.noNewFolder", reason(problem)), problem);
        }
    }

    private static void requireFree(Path file, Path target, Existing existing) throws WriteProblem {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WriteProblem(file, Phrase.of("problem.noFolder", String.valueOf(folder)), null);
        }
        if (Files.isDirectory(target)) {
            throw new WriteProblem(file, Phrase.of("problem.folderHasName"), null);
        }
        if (existing == Existing.KEEP && Files.exists(target)) {
            throw new WriteProblem(file, Phrase.of("problem.isKept"), null);
        }
    }

    /** Not one of the system's temporary files: those are readable by their owner alone, and would stay so when moved. */
    private static Path newPart(Path target) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path part = target.resolveSibling("." + target.getFileName() + "." + attempt + ".part");
            try {
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                        .close();
                return part;
            } catch (FileAlreadyExistsException taken) {
                // Someone else writes the same file, or once broke off: take the next name.
            }
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException network) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Phrase reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return Phrase.of("problem.noPermission");
        }
        if (problem instanceof FileAlreadyExistsException) {
            return Phrase.of("problem.fileHasName");
        }
        if (problem instanceof FileSystemException system) {
            return system.getReason() == null ? Phrase.of("problem.takesNoFiles") : Phrase.verbatim(system.getReason());
        }
        return Phrase.verbatim(String.valueOf(problem.getMessage()));
    }
}
