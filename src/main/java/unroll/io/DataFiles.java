package unroll.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.core.data.Table;
import unroll.experiment.DataRequest;
import unroll.experiment.DataSource;
import unroll.experiment.NamedText;

/**
 * Built-in data sets by name, CSV files, pairs of IDX files, text files and folders of them.
 *
 * @param folder against which relative file names are resolved: that of the experiment's file
 */
public record DataFiles(Path folder) implements DataSource<ReadProblem> {
    private static final String TABLE = ".csv";
    private static final String TEXT = ".txt";
    private static final String IDX = "-ubyte";
    private static final String IDX_COMPRESSED = "-ubyte.gz";
    private static final String PICTURES = "images-idx3";
    private static final String LABELS = "labels-idx1";

    /** Files named from where the program was started. */
    public static DataFiles fromWorkingFolder() {
        return new DataFiles(Path.of(""));
    }

    @Override
    public Table read(DataRequest request) throws ReadProblem {
        String data = request.data();
        String lower = data.toLowerCase(Locale.ROOT);
        if (lower.endsWith(TABLE)) {
            return CsvTable.read(TextFile.read(resolve(data)), request);
        }
        if (lower.endsWith(IDX) || lower.endsWith(IDX_COMPRESSED)) {
            return pictures(resolve(data)).table(request);
        }
        return BuiltIn.table(request);
    }

    private Path resolve(String data) throws ReadProblem {
        try {
            return folder.resolve(data);
        } catch (InvalidPathException strange) {
            throw problem(data, "problem.noFileName", Phrase.of("problem.wayOut.checkData"));
        }
    }

    /** A file of pictures with the labels beside it, named as MNIST's are. */
    private static IdxTable pictures(Path file) throws ReadProblem {
        String name = file.getFileName().toString();
        if (!name.contains(PICTURES)) {
            throw new ReadProblem(
                    file.toString(),
                    Phrase.NONE,
                    Phrase.of("problem.nameWith", PICTURES),
                    Phrase.of("problem.wayOut.nameAsMnist"));
        }
        Path labels = file.resolveSibling(name.replace(PICTURES, LABELS));
        return new IdxTable(idx(file, 3), idx(labels, 1));
    }

    private static IdxFile idx(Path file, int rank) throws ReadProblem {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return IdxFile.read(name, in, rank);
        } catch (NoSuchFileException missing) {
            throw problem(name, "problem.noFile", Phrase.of("problem.wayOut.checkName"));
        } catch (IOException problem) {
            throw new ReadProblem(
                    name,
                    Phrase.NONE,
                    Phrase.of("problem.cantRead", String.valueOf(problem.getMessage())),
                    Phrase.of("problem.wayOut.checkPermissions"));
        }
    }

    @Override
    public List<NamedText> texts(String data) throws ReadProblem {
        if (BuiltIn.dataSets().contains(data)) {
            return BuiltIn.texts(data);
        }
        Path path = resolve(data);
        if (!Files.isDirectory(path)) {
            if (data.toLowerCase(Locale.ROOT).endsWith(TEXT)) {
                return List.of(named(TextFile.read(path), path.getFileName().toString()));
            }
            String names = String.join(", ", BuiltIn.dataSets());
            throw problem(data, "problem.noDataSet", Phrase.of("problem.wayOut.nameTexts", names));
        }
        List<NamedText> texts = new ArrayList<>();
        for (Path file : textFiles(path)) {
            texts.add(named(TextFile.read(file), file.getFileName().toString()));
        }
        return texts;
    }

    private static List<Path> textFiles(Path folder) throws ReadProblem {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> texts = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).endsWith(TEXT))
                    .sorted()
                    .toList();
            if (texts.isEmpty()) {
                throw problem(folder.toString(), "problem.noTexts", Phrase.NONE);
            }
            return texts;
        } catch (IOException problem) {
            throw new ReadProblem(
                    folder.toString(),
                    Phrase.NONE,
                    Phrase.of("problem.cantList", String.valueOf(problem.getMessage())),
                    Phrase.NONE);
        }
    }

    private static ReadProblem problem(String file, String expectation, Phrase wayOut) {
        return new ReadProblem(file, Phrase.NONE, Phrase.of(expectation), wayOut);
    }

    /** A text named after its file. */
    static NamedText named(TextFile file, String fileName) throws ReadProblem {
        if (file.text().isBlank()) {
            throw new ReadProblem(
                    file.name(),
                    Phrase.NONE,
                    Phrase.expected(Phrase.of("problem.what.someText"), Phrase.of("problem.what.emptyFile")),
                    Phrase.of("problem.wayOut.useWholeCopy"));
        }
        int end = fileName.lastIndexOf('.');
        return new NamedText(end < 0 ? fileName : fileName.substring(0, end), file.text());
    }
}
