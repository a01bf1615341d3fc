package unroll.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import unroll.core.kernel.Kernels;
import unroll.io.ReadProblem;
import unroll.io.json.JsonText;

/** Times training, or the painting of a view. */
@Command(
        name = "bench",
        description = "Measures how long a training step takes, or the painting of a view while the cursor scrubs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: unroll bench --recipe all --threads 2",
            "         unroll bench --view stage --steps 100 --hidden 64"
        })
final class BenchCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String VECTOR = "vector";
    private static final String PLAIN = "plain";

    @Option(names = "--recipe", paramLabel = "NAME", description = "A training: S0 to S4, or all, if not given.")
    private String recipe;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "1 or 2; 1 if not given.")
    private int threads;

    @Option(names = "--kernel", paramLabel = "NAME", description = "vector or plain; the faster one if not given.")
    private String kernel;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "Of measuring; 5 if not given.")
    private double seconds;

    @Option(names = "--first-step", description = "Only the time from the start of the program to the first step.")
    private boolean firstStep;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "Time the painting of a view: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Views.Names.class)
    private String view;

    @Option(names = "--steps", paramLabel = "T", defaultValue = "100", description = "Time steps, 100 if not given.")
    private int steps;

    @Option(names = "--hidden", paramLabel = "H", defaultValue = "64", description = "Hidden size, 64 if not given.")
    private int hidden;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem, InterruptedException {
        if (view == null) {
            training();
        } else {
            painting();
        }
        return ExitCode.DONE;
    }

    private void painting() throws ReadProblem {
        if (recipe != null) {
            throw wrong("--view and --recipe measure different things; give one of them");
        }
        if (!Views.NAMES.contains(view)) {
            throw wrong("there is no view " + view + "; views are " + String.join(", ", Views.NAMES));
        }
        print(new ViewBench(steps, hidden).run(view));
    }

    private void training() throws InterruptedException {
        List<Recipe> recipes = recipes();
        if (threads != 1 && threads != 2) {
            throw wrong("--threads must be 1 or 2, not " + threads);
        }
        if (!(seconds > 0)) {
            throw wrong("--seconds must be above 0, not " + seconds);
        }
        if (firstStep) {
            print(TrainingBench.firstStep(recipes.get(0)));
            return;
        }
        TrainingBench bench = new TrainingBench(withVectors(), threads, seconds);
        for (Recipe each : recipes) {
            print(bench.run(each));
        }
    }

    private List<Recipe> recipes() {
        if (recipe == null || recipe.equals(ALL)) {
            return List.of(Recipe.values());
        }
        return List.of(Recipe.values()).stream()
                .filter(each -> each.name().equals(recipe))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> wrong("there is no recipe " + recipe + "; recipes are "
                        + String.join(", ", Recipe.names()) + ", or all"));
    }

    private boolean withVectors() {
        if (kernel != null && !kernel.equals(VECTOR) && !kernel.equals(PLAIN)) {
            throw wrong("there is no kernel " + kernel + "; kernels are " + VECTOR + ", " + PLAIN);
        }
        boolean isThere = Kernels.vector().isPresent();
        if (VECTOR.equals(kernel) && !isThere) {
            throw wrong("the vector kernel needs Java to be started with --add-modules jdk.incubator.vector,"
                    + " as bin/unroll does");
        }
        return isThere && !PLAIN.equals(kernel);
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private void print(JsonObject result) {
        spec.commandLine().getOut().println(JsonText.oneLine(result));
    }
}
