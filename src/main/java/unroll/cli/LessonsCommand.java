package unroll.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unroll.io.ReadProblem;
import unroll.io.json.JsonText;
import unroll.lesson.Lesson;
import unroll.lesson.Lessons;

/** Lists the lessons. */
@Command(
        name = "lessons",
        description = "Lists the lessons: number, name, title, minutes.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: unroll lessons --json"})
final class LessonsCommand implements Callable<Integer> {
    private static final String LANGUAGE = "en";

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem {
        PrintWriter out = spec.commandLine().getOut();
        for (String folder : Lessons.names()) {
            Lesson lesson = Lessons.read(folder, LANGUAGE);
            out.println(
                    json
                            ? json(lesson)
                            : String.format(
                                    "%2d  %s  %s  %d min",
                                    lesson.number(), lesson.name(), lesson.title(), lesson.minutes()));
        }
        return ExitCode.DONE;
    }

    private static String json(Lesson lesson) {
        JsonObject object = new JsonObject();
        object.addProperty("number", lesson.number());
        object.addProperty("name", lesson.name());
        object.addProperty("title", lesson.title());
        object.addProperty("minutes", lesson.minutes());
        return JsonText.oneLine(object);
    }
}
