package unroll.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unroll.experiment.Title;
import unroll.io.BuiltIn;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.json.JsonText;

/** Lists the built-in experiments. */
@Command(
        name = "experiments",
        description = "Lists the built-in experiments by name with one line each.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: unroll experiments --json"})
final class ExperimentsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem {
        PrintWriter out = spec.commandLine().getOut();
        int width =
                BuiltIn.experiments().stream().mapToInt(String::length).max().orElse(0);
        for (String name : BuiltIn.experiments()) {
            Title title = ExperimentFile.builtIn(name).experiment().title();
            out.println(
                    json
                            ? json(title)
                            : title.name() + " ".repeat(width + 2 - title.name().length()) + title.description());
        }
        return ExitCode.DONE;
    }

    private static String json(Title title) {
        JsonObject object = new JsonObject();
        object.addProperty("name", title.name());
        object.addProperty("description", title.description());
        return JsonText.oneLine(object);
    }
}
