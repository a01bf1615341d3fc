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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** Produces the files of a folder. */
    @FunctionalInterface
    public interface FolderContent {
        void writeTo(Path folder) throws IOException;
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

    /**
     * Writes a folder of files, which is there with all of them or not at all; the folder around it must be there.
     *
     * @param replaceable which files of a folder that is there may go; with any other in it, it is kept as it is
     * @throws WriteProblem if it can't be written, or holds what is to be kept
     */
    public static void writeFolder(Path folder, Existing existing, Predicate<Path> replaceable, FolderContent content)
            throws WriteProblem {
        Path target = folder.toAbsolutePath().normalize();
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new WriteProblem(folder, Phrase.of("problem.noFolder", String.valueOf(target.getParent())), null);
        }
        try {
            requireReplaceable(folder, target, existing, replaceable);
            Path part = newPartFolder(target);
            try {
                content.writeTo(part);
                requireReplaceable(folder, target, existing, replaceable);
                delete(target);
                move(part, target);
            } finally {
                delete(part);
            }
        } catch (IOException problem) {
            throw new WriteProblem(folder, reason(problem), problem);
        }
    }

    private static void requireReplaceable(Path folder, Path target, Existing existing, Predicate<Path> replaceable)
            throws IOException, WriteProblem {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new WriteProblem(folder, Phrase.of("problem.fileHasName"), null);
        }
        for (Path file : files(target)) {
            if (existing == Existing.KEEP || !replaceable.test(file)) {
                String found = file.getFileName().toString();
                throw new WriteProblem(folder, Phrase.of("problem.holdsKept", found), null);
            }
        }
    }

    private static Path newPartFolder(Path target) throws IOException {
        int attempt = 0;
        while (Files.exists(part(target, attempt))) {
            attempt++;
        }
        return Files.createDirectory(part(target, attempt));
    }

    private static Path part(Path target, int attempt) {
        return target.resolveSibling("." + target.getFileName() + "." + attempt + ".part");
    }

    /** None for a folder that is not there. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
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
            Path part = part(target, attempt);
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
