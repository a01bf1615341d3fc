package unroll.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import unroll.core.data.Table;
import unroll.experiment.DataRequest;
import unroll.experiment.NamedText;

/** What the program brings along on its class path: experiments, data sets, and reference cases to be checked by. */
public final class BuiltIn {
    private static final String LESSONS = "/lessons/";
    private static final String EXPERIMENTS = LESSONS + "experiments/";
    private static final String DATA = LESSONS + "data/";
    private static final String INDEX = "index.txt";
    private static final String PICTURES = "t10k-images-idx3-ubyte.gz";
    private static final String LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final String REFERENCE = "/unroll/reference/";

    private BuiltIn() {}

    /** The names of all experiments, in the order of their index. */
    public static List<String> experiments() {
        return index(EXPERIMENTS);
    }

    /** The names of all data sets, in the order of their index. */
    public static List<String> dataSets() {
        return index(DATA);
    }

    /** The paths of all reference cases, such as {@code optim/torch_adam.json}, in the order of their index. */
    public static List<String> references() {
        return index(REFERENCE);
    }

    /** A reference case's JSON. */
    public static TextFile reference(String path) throws ReadProblem {
        return resource(REFERENCE + path);
    }

    /** An experiment's JSON. */
    public static TextFile experiment(String name) throws ReadProblem {
        if (!experiments().contains(name)) {
            String names = String.join(", ", experiments());
            throw problem(name, "problem.noExperiment", Phrase.of("problem.wayOut.nameExperiment", names));
        }
        return resource(EXPERIMENTS + name + ".json");
    }

    /**
     * A file of the course.
     *
     * @param path below the lessons' folder
     */
    public static TextFile lesson(String path) throws ReadProblem {
        return resource(LESSONS + path);
    }

    /** Whether the course has a file. */
    public static boolean hasLesson(String path) {
        return exists(LESSONS + path);
    }

    private static ReadProblem problem(String name, String expectation, Phrase wayOut) {
        return new ReadProblem(name, Phrase.NONE, Phrase.of(expectation), wayOut);
    }

    /** A data set's table: of comma-separated text or of pictures. */
    static Table table(DataRequest request) throws ReadProblem {
        String name = request.data();
        if (!dataSets().contains(name)) {
            String names = String.join(", ", dataSets());
            throw problem(name, "problem.noDataSet", Phrase.of("problem.wayOut.nameTable", names));
        }
        String folder = DATA + name + "/";
        if (exists(folder + PICTURES)) {
            return new IdxTable(idx(folder + PICTURES, 3), idx(folder + LABELS, 1)).table(request);
        }
        if (!exists(folder + name + ".csv")) {
            throw problem(name, "problem.notATable", Phrase.of("problem.wayOut.checkKind"));
        }
        return CsvTable.read(resource(folder + name + ".csv"), request);
    }

    /** All texts of a data set, in the order of its index. */
    static List<NamedText> texts(String name) throws ReadProblem {
        String folder = DATA + name + "/";
        if (!exists(folder + INDEX)) {
            throw problem(name, "problem.notTexts", Phrase.of("problem.wayOut.checkKind"));
        }
        List<NamedText> texts = new ArrayList<>();
        for (String file : index(folder)) {
            texts.add(DataFiles.named(resource(folder + file), file));
        }
        return texts;
    }

    private static boolean exists(String path) {
        return BuiltIn.class.getResource(path) != null;
    }

    private static IdxFile idx(String path, int rank) throws ReadProblem {
        try (InputStream in = BuiltIn.class.getResourceAsStream(path)) {
            return IdxFile.read(path.substring(path.lastIndexOf('/') + 1), in, rank);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> index(String folder) {
        try {
            return resource(folder + INDEX)
                    .text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (ReadProblem broken) {
            throw new IllegalStateException("the program is not whole: install it anew", broken);
        }
    }

    private static TextFile resource(String path) throws ReadProblem {
        try (InputStream in = BuiltIn.class.getResourceAsStream(path)) {
            if (in == null) {
                throw problem(path, "problem.missingInProgram", Phrase.of("problem.wayOut.installAnew"));
            }
            return TextFile.read(path.substring(path.lastIndexOf('/') + 1), in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
