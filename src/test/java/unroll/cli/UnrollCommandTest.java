package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.io.BuiltIn;

class UnrollCommandTest {
    @TempDir
    Path folder;

    /** What a command came to. */
    record Outcome(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        JsonObject last() {
            return JsonParser.parseString(lines().get(lines().size() - 1)).getAsJsonObject();
        }
    }

    static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = UnrollCommand.execute(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static void assertComplaint(Outcome outcome, String part) {
        assertEquals(2, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("unroll: ") && outcome.err().contains(part), outcome.err());
    }

    @Test
    void theLastLineOfATrainingIsItsResult() {
        Outcome outcome = run("train", "sunspots", "--seed", "3", "--epochs", "2");
        assertEquals(0, outcome.code(), outcome.err());
        JsonObject result = outcome.last();
        assertEquals(
                List.of(
                        "experiment",
                        "seed",
                        "iterations",
                        "epochs",
                        "seconds",
                        "train",
                        "test",
                        "baselines",
                        "status"),
                List.copyOf(result.keySet()));
        assertEquals("sunspots", result.get("experiment").getAsString());
        assertEquals(3, result.get("seed").getAsInt());
        assertEquals(16, result.get("iterations").getAsInt());
        assertEquals(2, result.get("epochs").getAsInt());
        assertEquals("finished", result.get("status").getAsString());
        double lastValue = result.getAsJsonObject("baselines")
                .getAsJsonObject("last value")
                .getAsJsonObject("test")
                .get("loss")
                .getAsDouble();
        assertEquals(0.0464, lastValue, 1e-4);
    }

    @Test
    void theSameCommandTwiceGivesTheSameDigits() {
        String[] command = {"train", "digits-rows", "--iterations", "20", "--set", "model.cell=gru"};
        assertEquals(measured(run(command)), measured(run(command)));
    }

    private static List<Object> measured(Outcome outcome) {
        return List.of(
                outcome.last().get("train"),
                outcome.last().get("test"),
                outcome.last().get("baselines"));
    }

    @Test
    void sunspotsAreForetoldBetterThanByTheLastValue() {
        JsonObject test = run("train", "sunspots", "--seed", "0").last().getAsJsonObject("test");
        double loss = test.get("loss").getAsDouble();
        assertTrue(loss > 0.012 && loss < 0.028, "test loss " + loss);
    }

    @Test
    void digitsAreReadRowByRow() {
        JsonObject test = run("train", "digits-rows", "--seed", "0").last().getAsJsonObject("test");
        assertTrue(test.get("accuracy").getAsDouble() >= 0.93, test.toString());
    }

    @Test
    void trainingThatDivergesEndsWithOneAndSaysWhere() {
        Outcome outcome = run("train", "exploding");
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().startsWith("unroll: training stopped, iteration 2: "), outcome.err());
        assertEquals("diverged", outcome.last().get("status").getAsString());
        assertTrue(outcome.last().getAsJsonObject("test").get("loss").getAsDouble() > 0);
    }

    @Test
    void aRunIsKeptAndDrawn() throws Exception {
        String run = folder.resolve("run").toString();
        assertEquals(0, run("train", "sunspots", "--epochs", "3", "--out", run).code());
        for (String file : List.of("run.json", "metrics.csv", "checkpoints/0.json", "checkpoints/24.json")) {
            assertTrue(Files.isRegularFile(folder.resolve("run").resolve(file)), file);
        }
        assertComplaint(run("train", "sunspots", "--epochs", "3", "--out", run), "run.json");
        assertEquals(
                0,
                run("train", "sunspots", "--epochs", "2", "--out", run, "--force")
                        .code());
        for (String ending : List.of("png", "svg", "pdf", "csv")) {
            Path figure = folder.resolve("curves." + ending);
            assertEquals(0, run("plot", run, run, "--out", figure.toString()).code(), ending);
            assertTrue(Files.size(figure) > 0);
            assertComplaint(run("plot", run, "--out", figure.toString()), figure.toString());
        }
        String svg = Files.readString(folder.resolve("curves.svg"));
        assertTrue(svg.contains("last value") && svg.contains("run (2)"), "baselines and both runs are named");
    }

    @Test
    void aTableOfCurvesHasTheDigitsOfTheRun() throws Exception {
        String run = folder.resolve("run").toString();
        run("train", "sunspots", "--epochs", "3", "--out", run);
        Path table = folder.resolve("curves.csv");
        run("plot", run, "--metric", "train.loss", "--out", table.toString());
        List<String> measured = Files.readAllLines(folder.resolve("run").resolve("metrics.csv"));
        List<String> drawn = Files.readAllLines(table);
        assertEquals("iteration,train.loss", drawn.get(0));
        // Before the first iteration there is a network to be tested, but no loss yet.
        assertTrue(measured.get(1).startsWith("0,,"), measured.get(1));
        assertEquals(
                drawn.subList(1, 25),
                measured.subList(2, 26).stream()
                        .map(row -> row.split(",")[0] + "," + row.split(",")[1])
                        .toList());
        assertEquals(25, drawn.size());
    }

    @Test
    void tensorsAndRatesCanBeDrawnAndTheInitialiserIsNamed() throws Exception {
        String keras = folder.resolve("a").toString();
        String torch = folder.resolve("b").toString();
        run("train", "sunspots", "--epochs", "2", "--out", keras);
        run("train", "sunspots", "--epochs", "2", "--set", "initialiser={\"preset\": \"torch\"}", "--out", torch);
        Path table = folder.resolve("tensors.csv");
        run("plot", keras, "--metric", "update.ratio.each", "--out", table.toString());
        assertEquals(
                "iteration,update.ratio.weight_ih_l0,update.ratio.weight_hh_l0,update.ratio.bias_ih_l0,"
                        + "update.ratio.out.weight,update.ratio.out.bias",
                Files.readAllLines(table).get(0));
        assertEquals(17, Files.readAllLines(table).size());
        Path rate = folder.resolve("rate.csv");
        run("plot", keras, "--metric", "learning.rate", "--out", rate.toString());
        assertEquals("1,0.001", Files.readAllLines(rate).get(1));
        Path one = folder.resolve("one.svg");
        run("plot", keras, "--metric", "gradient.norm.weight_hh_l0", "--out", one.toString());
        assertTrue(Files.readString(one).contains("initialiser keras"));
        Path both = folder.resolve("both.svg");
        run("plot", keras, torch, "--out", both.toString());
        assertTrue(Files.readString(both).contains("b (torch) test.loss"));
    }

    @Test
    void runsOfSeveralSeedsAreAMeanInABand() throws Exception {
        List<String> runs = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            String run = folder.resolve("rnn-" + seed).toString();
            run("train", "sunspots", "--epochs", "2", "--seed", Integer.toString(seed), "--out", run);
            runs.add(run);
        }
        Path table = folder.resolve("band.csv");
        List<String> command = new ArrayList<>(List.of("plot", "--band", "--metric", "train.loss", "--out"));
        command.add(table.toString());
        command.addAll(runs);
        assertEquals(0, run(command.toArray(String[]::new)).code());
        List<String> rows = Files.readAllLines(table);
        assertEquals(
                "iteration,\"train.loss, mean of 3\",\"train.loss, mean of 3 low\",\"train.loss, mean of 3 high\"",
                rows.get(0));
        double sum = 0;
        for (String each : runs) {
            sum += Double.parseDouble(
                    Files.readAllLines(Path.of(each, "metrics.csv")).get(2).split(",")[1]);
        }
        assertEquals(sum / 3, Double.parseDouble(rows.get(1).split(",")[1]), 0);
    }

    @Test
    void runsAreCalledAsTheirReaderWantsAndNotesStandOnThem() throws Exception {
        String run = folder.resolve("run").toString();
        run("train", "sunspots", "--epochs", "2", "--out", run);
        Path figure = folder.resolve("named.svg");
        Outcome drawn = run(
                "plot",
                "first=" + run,
                "second=" + run,
                "--metric",
                "test.loss",
                "--log",
                "--log-x",
                "--cursor",
                "8",
                "--note",
                "8=learns",
                "--note",
                "16@second=rests",
                "--width",
                "16cm",
                "--height",
                "9cm",
                "--out",
                figure.toString());
        assertEquals(0, drawn.code(), drawn.err());
        String svg = Files.readString(figure);
        for (String text : List.of("first", "second", "learns", "rests", "first, second: sunspots \u00b7 rnn")) {
            assertTrue(svg.contains(text), text);
        }
        assertTrue(svg.contains("width=\"604.7"), "16 cm at 96 to the inch");
        assertComplaint(
                run("plot", run, "--note", "8@nobody=x", "--out", figure.toString()), "--note: expected one of");
        assertComplaint(
                run("plot", run, "--note", "early=x", "--out", figure.toString()), "--note: expected X[@CURVE]");
        assertComplaint(run("plot", run, "--height", "9ell", "--out", figure.toString()), "--height");
    }

    @ParameterizedTest
    @CsvSource({"sgd, norm", "sgd, value", "rmsprop, tensor-norm", "adagrad, norm", "adam, norm", "adamw, value"})
    void aDivergedRunKeepsItsLastGoodCheckpointWhateverTheUpdate(String optimiser, String clipping) throws Exception {
        Path kept = folder.resolve("run");
        Outcome outcome = run(
                "train",
                "exploding",
                "--set",
                "optimiser={\"kind\": \"" + optimiser + "\", \"flavour\": \"keras\", \"rate\": 1000}",
                "--set",
                "clipping={\"kind\": \"" + clipping + "\", \"threshold\": 1}",
                "--out",
                kept.toString());
        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.err().matches("(?s)unroll: training stopped, iteration \\d+: .+ at step \\d+.* is .+\\R"));
        assertEquals("diverged", outcome.last().get("status").getAsString());
        try (Stream<Path> files = Files.list(kept.resolve("checkpoints"))) {
            List<Path> checkpoints = files.toList();
            assertFalse(checkpoints.isEmpty());
            for (Path checkpoint : checkpoints) {
                assertFalse(Files.readString(checkpoint).contains("null"), checkpoint.toString());
            }
        }
    }

    @Test
    void ownDataLieBesideTheExperiment() throws Exception {
        StringBuilder csv = new StringBuilder("value\n");
        for (int i = 0; i < 100; i++) {
            csv.append(Math.sin(i * 0.3)).append('\n');
        }
        Files.writeString(folder.resolve("wave.csv"), csv);
        String experiment = Files.readString(Path.of("lessons/experiments/sunspots.json"))
                .replace("\"data\": \"sunspots\"", "\"data\": \"wave.csv\"")
                .replace("sunactivity", "value")
                .replaceAll("\\s*\"label\": \"year\",", "");
        Path file = folder.resolve("wave.json");
        Files.writeString(file, experiment, StandardCharsets.UTF_8);
        assertEquals(0, run("train", file.toString(), "--epochs", "2").code());
        Files.writeString(folder.resolve("wave.csv"), csv.toString().replaceFirst("\n0.2", "\nx0.2"));
        assertComplaint(run("train", file.toString(), "--epochs", "2"), "wave.csv, line 3, column value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train nope                                   | there is no such experiment
            train nope.json                              | there is no such file
            train                                        | EXPERIMENT
            train sunspots --epochs 3 --iterations 4     | mutually exclusive
            train sunspots --epochs none                 | --epochs
            train sunspots --epochs 0                    | training.epochs: expected a whole number
            train sunspots --set model.hidden            | expected KEY=VALUE
            train sunspots --set model.hidden=many       | model.hidden: expected a whole number
            train sunspots --set nothing.here=1          | nothing: this field is unknown
            train sunspots --set task.window=400         | leaves no window to train with
            train sunspots --loud                        | --loud
            trian sunspots                               | there is no command and no file trian; commands are lessons
            --loud                                       | --loud
            plot nowhere --out x.png                     | there is no such run
            plot nowhere                                 | --out
            plot nowhere --out x.png --theme pink        | --theme: expected light, dark, print
            plot nowhere --out x.png --metric speed      | --metric: expected loss, train.loss
            plot nowhere --out x.png --smooth 1          | --smooth
            plot nowhere --out x.png --dpi 0             | --dpi
            plot nowhere --out x.png --width NaN         | --width
            trace nowhere.json --positions               | there is no such file
            trace nowhere.json                           | --out
            """)
    void badUsageEndsWithTwoAndOneLine(String command, String part) {
        assertComplaint(run(command.split(" ")), part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sunspots      | training.truncation=3        | a loss at every step
            bidirectional | training.truncation=3        | run one way
            reber         | training.truncation=3        | sequences of equal length
            two-layer     | training.initialState=carried | the task characters
            shakespeare   | training.initialState=carried | shuffle false
            two-layer     | training.initialState={"h": [[1, 2, 3]]} | the initial h needs 2 lists
            two-layer     | training.initialState={"c": [[1, 2, 3], [1, 2, 3]]} | this cell's states are h
            two-layer     | training.initialState={"h": []} | not 0 of 0
            """)
    void aTrainingThatDoesNotFitIsRefusedInOneLine(String experiment, String change, String part) {
        Outcome outcome = run("train", experiment, "--iterations", "3", "--set", change);
        assertComplaint(outcome, part);
        assertTrue(outcome.err().contains(experiment + ".json, training: "), outcome.err());
    }

    @Test
    void anUnwritableFolderIsNamedBeforeTraining() throws Exception {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "x");
        assertComplaint(
                run(
                        "train",
                        "sunspots",
                        "--epochs",
                        "100000",
                        "--out",
                        blocked.resolve("run").toString()),
                "can't write " + blocked);
        assertEquals("x", Files.readString(blocked));
    }

    @Test
    void experimentsAreListedInOrder() {
        List<String> lines = run("experiments").lines();
        assertEquals(BuiltIn.experiments().size(), lines.size());
        assertTrue(lines.get(0).startsWith("first-steps  "));
        JsonObject first = JsonParser.parseString(
                        run("experiments", "--json").lines().get(0))
                .getAsJsonObject();
        assertEquals("first-steps", first.get("name").getAsString());
    }

    static List<String> commands() {
        return List.copyOf(UnrollCommand.names());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExample(String command) {
        Outcome outcome = run(command, "--help");
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("Example: unroll " + command), outcome.out());
    }

    @Test
    void theProgramExplainsItself() {
        assertTrue(run("--help").out().contains("Example: unroll train sunspots --seed 0"));
        assertTrue(run("--version").out().startsWith("unroll "));
        assertFalse(run("--help").out().contains("picocli"));
    }
}
