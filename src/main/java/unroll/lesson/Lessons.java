package unroll.lesson;

import java.util.List;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;

/** The lessons that the program brings along, in the order of {@code lessons/index.txt}. */
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
     * Reads a lesson.
     *
     * @param folder one of {@link #names}
     * @param language of its text, such as {@code en}
     */
    public static Lesson read(String folder, String language) throws ReadProblem {
        return new LessonReader(
                        BuiltIn.lesson(folder + "/lesson.json"),
                        BuiltIn.lesson(folder + "/text." + language + ".md"),
                        experiment -> BuiltIn.lesson(folder + "/" + experiment + ".json"))
                .read();
    }
}
