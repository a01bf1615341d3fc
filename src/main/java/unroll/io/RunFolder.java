package unroll.io;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.core.model.Network;
import unroll.core.train.Checkpoint;
import unroll.experiment.Experiment;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.io.SafeFile.Existing;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;

/** A run on disk: {@code run.json}, {@code metrics.csv} and {@code checkpoints/ITERATION.json}. */
public record RunFolder(Path folder) {
    private static final String FORMAT = "unroll-run-1";
    private static final String ENDING = ".json";

    /**
     * What is kept of a run besides its checkpoints.
     *
     * @param levels what rules without a network reach; empty for a run that never ended
     */
    public record Saved(Experiment experiment, Metrics metrics, List<Level> levels) {
        public Saved {
            levels = List.copyOf(levels);
        }
    }

    /**
     * Makes the folder of a new run and writes what is known before its first iteration.
     *
     * @throws WriteProblem if it holds a run already that is to be kept, or can't be written
     */
    public static RunFolder create(Path folder, Existing existing, Experiment experiment) throws WriteProblem {
        RunFolder run = new RunFolder(folder);
        SafeFile.createFolder(run.checkpoints());
        SafeFile.write(run.description(), existing, run.text(experiment, Optional.empty()));
        return run;
    }

    private Path description() {
        return folder.resolve("run.json");
    }

    private Path metrics() {
        return folder.resolve("metrics.csv");
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Whether a folder looks like one of a run. */
    public boolean exists() {
        return Files.isRegularFile(description());
    }

    /** Writes how the run ended, and all that was measured. */
    public void finish(Experiment experiment, RunSummary summary, Metrics measured) throws WriteProblem {
        SafeFile.write(metrics(), Existing.REPLACE, MetricsCsv.write(measured));
        SafeFile.write(description(), Existing.REPLACE, text(experiment, Optional.of(summary)));
    }

    private String text(Experiment experiment, Optional<RunSummary> summary) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("experiment", ExperimentJson.write(experiment));
        summary.ifPresent(result -> json.add("result", result.json()));
        return JsonText.indented(json);
    }

    public void write(Checkpoint checkpoint) throws WriteProblem {
        Path file = checkpoints().resolve(checkpoint.iteration() + ENDING);
        SafeFile.write(file, Existing.REPLACE, JsonText.oneLine(CheckpointJson.write(checkpoint)) + "\n");
    }

    /** The iterations of the checkpoints that are kept, rising. */
    public List<Long> checkpointIterations() throws ReadProblem {
        List<Long> iterations = new ArrayList<>();
        try (Stream<Path> files = Files.list(checkpoints())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\.json"))
                    .forEach(name -> iterations.add(Long.valueOf(name.replace(ENDING, ""))));
        } catch (IOException problem) {
            throw new ReadProblem(checkpoints().toString(), "", "can't be listed: " + problem.getMessage(), "");
        }
        iterations.sort(null);
        return iterations;
    }

    public Checkpoint checkpoint(long iteration, Network network) throws ReadProblem {
        TextFile text = TextFile.read(checkpoints().resolve(iteration + ENDING));
        return CheckpointJson.read(text.name(), JsonText.parseObject(text), network);
    }

    /** Reads the run, whether it ended or not. */
    public Saved read() throws ReadProblem {
        TextFile text = TextFile.read(description());
        Fields fields = Fields.of(text.name(), JsonText.parseObject(text));
        fields.choice("format", Map.of(FORMAT, FORMAT));
        Experiment experiment = ExperimentJson.read(fields.object("experiment"));
        Optional<Fields> result = fields.optionalObject("result");
        fields.end();
        List<Level> levels = result.isPresent() ? levels(result.get().object("baselines")) : List.of();
        Metrics measured = Files.exists(metrics()) ? MetricsCsv.read(TextFile.read(metrics())) : Metrics.NONE;
        return new Saved(experiment, measured, levels);
    }

    private static List<Level> levels(Fields baselines) throws ReadProblem {
        List<Level> levels = new ArrayList<>();
        for (String name : baselines.names()) {
            Fields test = baselines.object(name).object("test");
            for (Metric metric : Metric.ofTest()) {
                if (test.has(RunSummary.field(metric))) {
                    levels.add(new Level(name, metric, test.number(RunSummary.field(metric))));
                }
            }
        }
        return levels;
    }
}
