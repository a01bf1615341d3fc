package unroll.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import unroll.experiment.Experiment;
import unroll.experiment.Model;
import unroll.experiment.Setup;
import unroll.io.BuiltIn;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.Wording;
import unroll.plot.export.Origin;

/**
 * An experiment as a user names it: one of the program's own, or a file.
 *
 * @param data against whose folder the data files that it names are resolved
 */
record ExperimentName(ExperimentFile file, DataFiles data) {
    private static final String ENDING = ".json";

    static ExperimentName resolve(String name) throws ReadProblem {
        if (BuiltIn.experiments().contains(name)) {
            return new ExperimentName(ExperimentFile.builtIn(name), DataFiles.fromWorkingFolder());
        }
        try {
            Path path = Path.of(name);
            if (name.endsWith(ENDING) || Files.exists(path)) {
                Path folder = path.toAbsolutePath().getParent();
                return new ExperimentName(ExperimentFile.read(path), new DataFiles(folder));
            }
        } catch (InvalidPathException strange) {
            // Not the name of a file: complained about like any other unknown name.
        }
        return new ExperimentName(ExperimentFile.builtIn(name), DataFiles.fromWorkingFolder());
    }

    /** The same with other values in some fields, by their paths. */
    ExperimentName with(Map<String, String> fields) throws ReadProblem {
        ExperimentFile changed = file;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            changed = changed.with(field.getKey(), field.getValue());
        }
        return new ExperimentName(changed, data);
    }

    /** What a caption says of an experiment. */
    static Origin origin(Experiment experiment, Wording wording) {
        Model model = experiment.model();
        return Origin.of(experiment.name(), model.cell().id(), model.hidden(), experiment.seed(), wording);
    }

    /** What it is made into. */
    Setup setup() throws ReadProblem {
        try {
            return Setup.of(file.experiment(), data);
        } catch (IllegalArgumentException unfit) {
            throw new ReadProblem(file.name(), "task", unfit.getMessage(), "");
        }
    }
}
