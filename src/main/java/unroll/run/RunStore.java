package unroll.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.core.train.Checkpoint;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunSummary;
import unroll.io.SafeFile.Existing;
import unroll.io.WriteProblem;

/**
 * Runs on disk.
 *
 * @param folder holds a folder for each run; need not exist yet
 */
public record RunStore(Path folder) {
    /** Of the checkpoints in memory, every so many go to disk, and the last. */
    private static final int CHECKPOINTS_TO_ONE_KEPT = 10;

    /** A new folder for a run, named after its experiment, its seed and a number. */
    public RunFolder begin(Experiment experiment) throws WriteProblem {
        String name = experiment.name().replaceAll("[^\\p{L}\\p{N}._-]", "-") + "-seed" + experiment.seed();
        int number = 1;
        while (Files.exists(folder.resolve(name + "-" + number))) {
            number++;
        }
        return RunFolder.create(folder.resolve(name + "-" + number), Existing.KEEP, experiment);
    }

    /** Writes all that is kept of a run that is over. */
    public static void finish(RunFolder run, Setup setup, Snapshot last, RunSummary summary) throws WriteProblem {
        List<Checkpoint> checkpoints =
                last.checkpoints().stream().filter(each -> isGood(each, last)).toList();
        for (int i = 0; i < checkpoints.size(); i++) {
            if (i % CHECKPOINTS_TO_ONE_KEPT == 0 || i == checkpoints.size() - 1) {
                run.write(checkpoints.get(i));
            }
        }
        run.finish(setup.experiment(), summary, last.metrics());
    }

    /** Whether the loss with these parameters was finite: those that a diverged iteration began with gave none. */
    private static boolean isGood(Checkpoint checkpoint, Snapshot last) {
        return checkpoint.iteration() < last.progress().iteration()
                || checkpoint.parameters().equals(last.parameters());
    }

    /** All runs, by the names of their folders. */
    public List<RunFolder> runs() throws ReadProblem {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.sorted()
                    .map(RunFolder::new)
                    .filter(RunFolder::exists)
                    .toList();
        } catch (IOException problem) {
            throw new ReadProblem(
                    folder.toString(),
                    Phrase.NONE,
                    Phrase.of("problem.cantList", String.valueOf(problem.getMessage())),
                    Phrase.NONE);
        }
    }
}
