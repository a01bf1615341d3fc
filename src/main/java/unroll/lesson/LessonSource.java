package unroll.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** Where the files of a lesson lie. */
public sealed interface LessonSource {
    /** What its progress is kept under. */
    String key();

    /**
     * Reads one of its files.
     *
     * @param name without any folder
     */
    TextFile file(String name) throws ReadProblem;

    boolean has(String name);

    /** The folder that may change while the lesson is open; empty if none can. */
    Optional<Path> folder();

    /**
     * One that the program brings along.
     *
     * @param name of its folder
     */
    record Shipped(String name) implements LessonSource {
        @Override
        public String key() {
            return name;
        }

        @Override
        public TextFile file(String file) throws ReadProblem {
            return BuiltIn.lesson(name + "/" + file);
        }

        @Override
        public boolean has(String file) {
            return BuiltIn.hasLesson(name + "/" + file);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }

    /** A teacher's own. */
    record Own(Path path) implements LessonSource {
        public Own {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String key() {
            return path.toString();
        }

        @Override
        public TextFile file(String file) throws ReadProblem {
            return TextFile.read(path.resolve(file));
        }

        @Override
        public boolean has(String file) {
            return Files.isRegularFile(path.resolve(file));
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(path);
        }
    }
}
