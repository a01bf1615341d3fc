package unroll.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import unroll.core.data.Table;
import unroll.experiment.DataRequest;
import unroll.experiment.DataSource;

/**
 * Built-in data sets by name, and CSV files.
 *
 * @param folder against which relative file names are resolved: that of the experiment's file
 */
public record DataFiles(Path folder) implements DataSource<ReadProblem> {
    private static final String ENDING = ".csv";

    /** Files named from where the program was started. */
    public static DataFiles fromWorkingFolder() {
        return new DataFiles(Path.of(""));
    }

    @Override
    public Table read(DataRequest request) throws ReadProblem {
        String data = request.data();
        if (!data.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return CsvTable.read(BuiltIn.data(data), request);
        }
        try {
            return CsvTable.read(TextFile.read(folder.resolve(data)), request);
        } catch (InvalidPathException strange) {
            throw new ReadProblem(data, "", "this is no name of a file", "check task.data");
        }
    }
}
