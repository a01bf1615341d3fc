package unroll.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** Which checks there are. */
public final class Checks {
    private static final String ENDING = ".json";

    /** Expectations of weight files lie beside the weights and are no cases. */
    private static final String NO_CASE = ".expected.json";

    private static final int DEPTH = 8;

    private Checks() {}

    /** The reference cases that the program brings along, then the slopes. */
    public static List<NumberCheck> builtIn() {
        List<NumberCheck> checks = new ArrayList<>();
        for (String path : BuiltIn.references()) {
            checks.add(new ReferenceCase(withoutEnding(path), () -> BuiltIn.reference(path)));
        }
        checks.addAll(slopes());
        return checks;
    }

    /**
     * The cases in files and folders, then the slopes.
     *
     * @throws ReadProblem if a folder can't be listed or holds no case; a file is read only when its check runs
     */
    public static List<NumberCheck> of(List<Path> paths) throws ReadProblem {
        List<NumberCheck> checks = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? cases(path) : List.of(path)) {
                checks.add(new ReferenceCase(withoutEnding(file.toString()), () -> TextFile.read(file)));
            }
        }
        checks.addAll(slopes());
        return checks;
    }

    private static String withoutEnding(String name) {
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static List<Path> cases(Path folder) throws ReadProblem {
        List<Path> cases;
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            cases = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> !file.toString().endsWith(NO_CASE))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException problem) {
            throw new ReadProblem(folder.toString(), "", "can't be listed: " + problem.getMessage(), "");
        }
        if (cases.isEmpty()) {
            throw new ReadProblem(folder.toString(), "", "expected cases in this folder, found no .json file", "");
        }
        return cases;
    }

    /** One for each cell, and for each output that goes with some only. */
    public static List<NumberCheck> slopes() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Arrays.stream(Activation.values()).forEach(each -> cells.put("rnn " + each.id(), new Rnn(each)));
        cells.put("lstm", new Lstm());
        cells.put("gru reset after", new Gru(Gru.Reset.AFTER));
        cells.put("gru reset before", new Gru(Gru.Reset.BEFORE));
        List<NumberCheck> checks = new ArrayList<>();
        cells.forEach((name, cell) -> checks.add(new SlopeCheck("slopes/" + name, SlopeCheck.structures(cell))));
        checks.add(new SlopeCheck("slopes/skip output", SlopeCheck.withSkipOutput()));
        checks.add(new SlopeCheck("slopes/concat", SlopeCheck.concat()));
        return checks;
    }
}
