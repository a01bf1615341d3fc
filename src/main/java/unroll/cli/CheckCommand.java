package unroll.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unroll.check.Checks;
import unroll.check.Deviation;
import unroll.check.NumberCheck;
import unroll.check.Verdict;
import unroll.io.ReadProblem;
import unroll.io.json.JsonText;
import unroll.io.json.TensorJson;

/** Proves the numbers. */
@Command(
        name = "check",
        description =
                "Proves the numbers: runs reference cases that other programs made, and finite differences. A line"
                        + " a case tells the largest error and the one that is allowed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: unroll check",
            "         unroll check cases/ lstm.json --json",
            "Exit code: 0 all passed, 1 a number is off, 2 a file is not a case."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Cases to run in place of the built-in ones: files, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem {
        List<NumberCheck> checks = paths.isEmpty() ? Checks.builtIn() : Checks.of(paths);
        int width = checks.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        PrintWriter out = spec.commandLine().getOut();
        List<Verdict> verdicts = new ArrayList<>();
        for (NumberCheck check : checks) {
            Verdict verdict = Verdict.of(check);
            verdicts.add(verdict);
            out.println(json ? JsonText.oneLine(json(verdict)) : line(verdict, width));
            out.flush();
        }
        return conclude(verdicts);
    }

    private int conclude(List<Verdict> verdicts) {
        long passed = verdicts.stream().filter(Verdict::passed).count();
        PrintWriter err = spec.commandLine().getErr();
        err.println("unroll: " + passed + " of " + verdicts.size() + " checks passed");
        if (verdicts.stream().anyMatch(Verdict::isUnreadable)) {
            return ExitCode.USAGE;
        }
        return passed == verdicts.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String line(Verdict verdict, int width) {
        String name = verdict.name() + " ".repeat(width - verdict.name().length());
        if (verdict.deviation().isEmpty()) {
            return "FAIL  " + name + "  " + verdict.problem();
        }
        Deviation worst = verdict.deviation().get();
        return (verdict.passed() ? "ok    " : "FAIL  ")
                + name
                + String.format(
                        Locale.ROOT,
                        "  error %.1e, allowed %.0e, at %s",
                        worst.error(),
                        worst.tolerance(),
                        worst.where());
    }

    private static JsonObject json(Verdict verdict) {
        Optional<Deviation> worst = verdict.deviation();
        JsonObject object = new JsonObject();
        object.addProperty("name", verdict.name());
        object.addProperty("passed", verdict.passed());
        object.addProperty(
                "error", worst.map(each -> TensorJson.number(each.error())).orElse(null));
        object.addProperty("tolerance", worst.map(Deviation::tolerance).orElse(null));
        object.addProperty("where", worst.map(Deviation::where).orElse(""));
        object.addProperty("problem", verdict.problem());
        return object;
    }
}
