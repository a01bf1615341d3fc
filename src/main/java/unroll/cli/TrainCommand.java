package unroll.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunSummary;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.WeightsFile;
import unroll.io.WriteProblem;
import unroll.io.json.JsonText;
import unroll.run.RunReport;
import unroll.run.RunStore;
import unroll.run.Snapshot;
import unroll.run.Status.State;
import unroll.run.TrainingRun;

/** Trains an experiment. */
@Command(
        name = "train",
        description = "Trains an experiment. The last line of the output is one JSON object with the result.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: unroll train sunspots --seed 1 --set model.cell=lstm --out runs/lstm",
            "Ctrl+C ends the training and keeps what was finished."
        })
final class TrainCommand implements Callable<Integer> {
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    @Parameters(paramLabel = "EXPERIMENT", description = "A built-in experiment's name, or a JSON file.")
    private String experiment;

    @Option(names = "--seed", paramLabel = "N", description = "Takes the place of the experiment's seed.")
    private Long seed;

    @ArgGroup
    private Length length;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a field by its path, such as model.cell=lstm. May be given several times.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Keeps run.json, metrics.csv and checkpoints there.")
    private Path out;

    @Option(names = "--weights", paramLabel = "FILE", description = "Writes the trained weights there, for a lesson.")
    private Path weights;

    @Option(names = "--force", description = "Replaces a run that lies in --out, and a file of --weights.")
    private boolean force;

    @Option(names = "--json", description = "No messages besides the result.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** How long to train, in place of what the experiment says. */
    static final class Length {
        @Option(names = "--epochs", paramLabel = "N", description = "Trains for N epochs.")
        private Integer epochs;

        @Option(names = "--iterations", paramLabel = "N", description = "Trains for N iterations.")
        private Integer iterations;
    }

    @Override
    public Integer call() throws ReadProblem, WriteProblem, InterruptedException {
        ExperimentName name = ExperimentName.resolve(experiment);
        Experiment changed = changed(name.file()).experiment();
        Setup setup = setup(name, changed);
        Optional<RunFolder> folder =
                out == null ? Optional.empty() : Optional.of(RunFolder.create(out, existing(), changed));
        if (!json) {
            PrintWriter err = spec.commandLine().getErr();
            setup.notes().forEach(note -> err.println("unroll: " + note));
        }
        try (TrainingRun run = new TrainingRun(setup);
                Interruption interruption = new Interruption(run::stop)) {
            Snapshot last = train(run);
            RunSummary summary = RunReport.of(setup, last);
            if (folder.isPresent()) {
                RunStore.finish(folder.get(), setup, last, summary);
            }
            if (weights != null) {
                WeightsFile trained = new WeightsFile(last.progress().iteration(), last.parameters());
                SafeFile.write(weights, existing(), trained.text());
            }
            report(summary, last);
            return exitCode(last, interruption);
        }
    }

    private Existing existing() {
        return force ? Existing.REPLACE : Existing.KEEP;
    }

    private ExperimentFile changed(ExperimentFile file) throws ReadProblem {
        ExperimentFile changed = file;
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                String message = "--set " + change + ": expected KEY=VALUE, such as model.cell=lstm";
                throw new ParameterException(spec.commandLine(), message);
            }
            changed = changed.with(change.substring(0, equals), change.substring(equals + 1));
        }
        if (seed != null) {
            changed = changed.with("seed", seed.toString());
        }
        if (length != null && length.epochs != null) {
            changed = changed.with("training.epochs", length.epochs.toString());
        } else if (length != null) {
            changed = changed.with("training.iterations", length.iterations.toString());
        }
        return changed;
    }

    private static Setup setup(ExperimentName name, Experiment changed) throws ReadProblem {
        String place = "task";
        try {
            Setup setup = Setup.of(changed, name.data());
            place = "training";
            setup.training();
            return setup;
        } catch (IllegalArgumentException unfit) {
            throw new ReadProblem(name.file().name(), place, unfit.getMessage(), "");
        }
    }

    private Snapshot train(TrainingRun run) throws InterruptedException {
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        boolean shows = !json && Terminal.showsErrors();
        run.start();
        while (!run.awaitEnd(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            if (shows) {
                bar.show(run.latest());
            }
        }
        if (shows) {
            bar.clear();
        }
        return run.latest();
    }

    private void report(RunSummary summary, Snapshot last) {
        PrintWriter err = spec.commandLine().getErr();
        if (!last.status().where().isEmpty()) {
            err.println("unroll: training stopped, " + last.status().where());
        }
        if (!json) {
            summary.unbeaten().forEach(line -> err.println("unroll: " + line));
        }
        PrintWriter results = spec.commandLine().getOut();
        results.println(JsonText.oneLine(summary.json()));
        results.flush();
    }

    private static int exitCode(Snapshot last, Interruption interruption) {
        if (interruption.isRaised()) {
            return ExitCode.INTERRUPTED;
        }
        return last.status().state() == State.FINISHED ? ExitCode.DONE : ExitCode.FAILED;
    }
}
