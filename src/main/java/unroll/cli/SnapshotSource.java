package unroll.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.lesson.Lesson;
import unroll.lesson.Lessons;

/** Which network a picture is of. */
final class SnapshotSource {
    @Option(names = "--lesson", paramLabel = "NAME", description = "The experiment that a lesson begins with.")
    private String lesson;

    @Option(names = "--experiment", paramLabel = "NAME", description = "A built-in one, or a JSON file.")
    private String experiment;

    /** Finds it. */
    ExperimentName resolve(CommandSpec spec) throws ReadProblem {
        return lesson == null
                ? ExperimentName.resolve(experiment)
                : new ExperimentName(
                        ExperimentFile.of(lesson(spec).start().experiment()), DataFiles.fromWorkingFolder());
    }

    /** By its folder, or by its name without the number. */
    private Lesson lesson(CommandSpec spec) throws ReadProblem {
        List<String> names = new ArrayList<>();
        for (String folder : Lessons.names()) {
            Lesson read = Lessons.read(folder, "en");
            names.add(read.name());
            if (List.of(folder, read.name()).contains(lesson)) {
                return read;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "there is no lesson " + lesson + "; lessons are " + String.join(", ", names));
    }
}
