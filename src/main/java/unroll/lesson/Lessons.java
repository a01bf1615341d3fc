package unroll.lesson;

import java.nio.file.Path;
import java.util.List;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;

/** The lessons that the program brings along, in the order of {@code lessons/index.txt}, and those of teachers. */
public final class Lessons {
    private Lessons() {}

    /** The folders' names. */
    public static List<String> names() throws ReadProblem {
        return BuiltIn.lesson("index.txt")
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * Reads a lesson that the program brings along.
     *
     * @param folder one of {@link #names}
     * @param language of its text, such as {@code en}
     */
    public static Lesson read(String folder, String language) throws ReadProblem {
        return read(new LessonSource.Shipped(folder), language);
    }

    /** Reads a lesson from a folder that has the same files. */
    public static Lesson read(Path folder, String language) throws ReadProblem {
        return read(new LessonSource.Own(folder), language);
    }

    /** Reads a lesson, or reads it again: in another language, or after its files have changed. */
    public static Lesson read(LessonSource source, String language) throws ReadProblem {
        return LessonReader.read(source, language);
    }
}
