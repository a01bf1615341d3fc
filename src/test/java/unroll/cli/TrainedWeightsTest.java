package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cli.UnrollCommandTest.Outcome;

/** The commands that the guide gives for lessons' weights and curves make the same bits as those that are shipped. */
class TrainedWeightsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}unroll (train|plot) (?:[^\\n]*\\\\\\n)*[^\\n]*");
    private static final String WEIGHTS = "--weights";

    @TempDir
    Path folder;

    /** All of the guide, in its order, without the program's name. */
    private static List<List<String>> commands() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(Files.readString(Path.of("lessons/README.md")));
        while (matcher.find()) {
            String line = matcher.group().replace("\\\n", " ").strip();
            commands.add(Arrays.stream(line.split("\\s+")).skip(1).toList());
        }
        return commands;
    }

    static Stream<List<String>> makingWeights() throws IOException {
        return commands().stream().filter(command -> command.contains(WEIGHTS));
    }

    static Stream<List<String>> makingCurves() throws IOException {
        return commands().stream().filter(command -> command.get(0).equals("plot"));
    }

    private static int after(List<String> command, String option) {
        return command.indexOf(option) + 1;
    }

    private Path runHere(List<String> command, String option) {
        List<String> words = new ArrayList<>(command);
        int place = after(command, option);
        Path made = folder.resolve(words.get(place));
        words.set(place, made.toString());
        words.replaceAll(word -> word.startsWith("runs/") ? folder.resolve(word).toString() : word);
        Outcome outcome = UnrollCommandTest.run(words.toArray(String[]::new));
        assertEquals(0, outcome.code(), outcome.err());
        return made;
    }

    private static void assertSame(Path shipped, Path made) throws IOException {
        assertEquals(Files.readString(shipped), Files.readString(made), shipped.toString());
    }

    @ParameterizedTest
    @MethodSource("makingWeights")
    void theCommandsOfTheGuideMakeTheSameWeights(List<String> command) throws IOException {
        Path shipped = Path.of(command.get(after(command, WEIGHTS)));
        Files.createDirectories(folder.resolve(shipped).getParent());
        assertSame(shipped, runHere(command, WEIGHTS));
    }

    @ParameterizedTest
    @MethodSource("makingCurves")
    void theCommandsOfTheGuideMakeTheSameCurves(List<String> plot) throws IOException {
        for (List<String> command : commands()) {
            if (command.get(0).equals("train")
                    && command.contains("--out")
                    && plot.contains(command.get(after(command, "--out")))) {
                Files.createDirectories(folder.resolve("runs"));
                runHere(command, "--out");
            }
        }
        Path shipped = Path.of(plot.get(after(plot, "--out")));
        Files.createDirectories(folder.resolve(shipped).getParent());
        assertSame(shipped, runHere(plot, "--out"));
    }

    /** Nothing is shipped that nobody can make again; what was written by hand is said to be so. */
    @Test
    void everyShippedFileIsMadeByTheGuide() throws IOException {
        Set<String> made = new TreeSet<>();
        for (List<String> command : commands()) {
            made.add(command.get(after(command, command.contains(WEIGHTS) ? WEIGHTS : "--out")));
        }
        String guide = Files.readString(Path.of("lessons/README.md"));
        try (Stream<Path> files = Files.walk(Path.of("lessons"), 2)) {
            List<String> shipped = files.map(Path::toString)
                    .filter(file -> file.matches("lessons/\\d\\d-[^/]*/([^/]*-[^/]*\\.json|[^/]*\\.csv)"))
                    .filter(file -> !file.matches(".*/one-unit\\.json"))
                    .toList();
            assertTrue(shipped.size() >= 12, shipped.toString());
            shipped.forEach(file -> assertTrue(
                    made.contains(file)
                            || guide.contains("`" + file.substring("lessons/".length()) + "` is not trained"),
                    file));
        }
    }
}
