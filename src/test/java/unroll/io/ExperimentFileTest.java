package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.data.Noise;
import unroll.core.model.Distribution;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.Initialiser;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.model.Truncation;
import unroll.core.model.VarianceScaling;
import unroll.core.optim.Adagrad;
import unroll.core.optim.Adam;
import unroll.core.optim.AdamW;
import unroll.core.optim.Clipping;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.Optimizer;
import unroll.core.optim.RateSchedule;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;
import unroll.core.train.InitialState;
import unroll.core.train.Regime;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.experiment.Title;
import unroll.experiment.Training;
import unroll.experiment.Wiring;

class ExperimentFileTest {
    @TempDir
    Path folder;

    static Stream<String> builtIn() {
        return BuiltIn.experiments().stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyBuiltInExperimentLoadsAndIsWhatItsNameSays(String name) throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn(name).experiment();
        assertEquals(name, experiment.name());
        assertFalse(experiment.title().description().isBlank());
        assertNotEquals(experiment.title().description(), experiment.title().description("zh"));
        Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        assertTrue(setup.trainer().step());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void writtenAndReadAgainItIsTheSame(String name) throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn(name).experiment();
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    @Test
    void theExampleOfTheManualIsAnExperiment() throws Exception {
        String manual = Files.readString(Path.of("src/docs/experiment.md"));
        String example = manual.substring(manual.indexOf("```json") + 7, manual.lastIndexOf("```"));
        Experiment experiment =
                ExperimentFile.of(new TextFile("experiment.md", example)).experiment();
        assertEquals(
                "keras, U spectral radius 0.9, seed 5", experiment.initialiser().plain());
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Sgd.torch().withMomentum(0.9),
                Sgd.keras().withMomentum(0.9).withNesterov(true),
                RmsProp.torch(),
                Adagrad.keras(),
                Adam.torch(),
                AdamW.keras(),
                Sgd.torch().with(scheduled(new RateSchedule(new RateSchedule.Step(100, 0.5), 0))),
                Sgd.torch().with(scheduled(new RateSchedule(new RateSchedule.Constant(), 20))),
                Adam.keras().with(scheduled(new RateSchedule(new RateSchedule.Cosine(50, 0.001), 7))));
    }

    private static Common scheduled(RateSchedule schedule) {
        return new Common(Flavour.TORCH, 0.1, 0.01, 0.02, schedule);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerAndClippingSurvivesWriting(Optimizer optimizer) throws ReadProblem {
        Experiment start = ExperimentFile.builtIn("vanishing").experiment();
        for (Clipping clipping : new Clipping[] {
            new Clipping.None(),
            new Clipping.GlobalNorm(Flavour.TORCH, 1),
            new Clipping.TensorNorm(Flavour.KERAS, 0.5),
            new Clipping.Value(2)
        }) {
            Training training = start.training().withRule(new UpdateRule(clipping, optimizer));
            Experiment experiment = start.withTraining(training);
            assertEquals(experiment, ExperimentFile.of(experiment).experiment());
        }
    }

    static Stream<Regime> regimes() {
        Tensor h = Tensor.of(new double[] {0.1, -4.9e-324, 1e308, 0.3, 0, -0.0}, 2, 3);
        InitialState given = new InitialState.Given(Map.of("h", h));
        return Stream.of(
                Regime.PLAIN,
                Regime.PLAIN.withTruncation(new Truncation(1)),
                new Regime(new Truncation(35), new InitialState.Carried(), new Dropout(0.2, 0.5)),
                new Regime(Truncation.NONE, given, new Dropout(0, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void everyRegimeSurvivesWriting(Regime regime) throws ReadProblem {
        Experiment start = ExperimentFile.builtIn("vanishing").experiment();
        Experiment experiment = start.withTraining(start.training().withRegime(regime));
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    @ParameterizedTest
    @CsvSource({"1, false, LINEAR", "3, true, SKIP_SIGMOID", "2, true, LINEAR"})
    void everyWiringSurvivesWriting(int layers, boolean bidirectional, Head output) throws ReadProblem {
        Experiment start = ExperimentFile.builtIn("vanishing").experiment();
        Wiring wiring = new Wiring(layers, bidirectional, output);
        Experiment experiment = start.withModel(start.model().withWiring(wiring));
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    @Test
    void theOutputFollowsTheLoss() throws ReadProblem {
        ExperimentFile file =
                ExperimentFile.of(ExperimentFile.builtIn("digits-rows").experiment());
        Experiment changed = file.with("model.loss.kind", "nll").experiment();
        assertEquals(Head.LOG_SOFTMAX, changed.model().wiring().output());
        ExperimentFile back = ExperimentFile.of(changed).with("model.loss.kind", "cross_entropy");
        assertEquals(Head.LINEAR, back.experiment().model().wiring().output());
    }

    static Stream<Initialiser> initialisers() {
        return Stream.of(
                Initialiser.torch(),
                Initialiser.torch().withForgetBias(3),
                Initialiser.keras().withRecurrentGain(1.5).withForgetBias(0),
                Initialiser.identity(),
                Initialiser.keras()
                        .with(Kind.RECURRENT_WEIGHT, new Distribution.Normal(0.01))
                        .with(Kind.INPUT_WEIGHT, new Distribution.Uniform(0.2))
                        .with(Kind.INPUT_BIAS, new Distribution.Constant(-1)),
                Initialiser.torch()
                        .with(Kind.RECURRENT_WEIGHT, new Distribution.SpectralRadius(0.9))
                        .with(Kind.OUTPUT_WEIGHT, VarianceScaling.lecunNormal()));
    }

    @ParameterizedTest
    @MethodSource("initialisers")
    void everyInitialiserSurvivesWriting(Initialiser initialiser) throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("vanishing").experiment().withInitialiser(initialiser);
        assertEquals(experiment, ExperimentFile.of(experiment).experiment());
    }

    @Test
    void fieldsAreChangedByTheirPath() throws ReadProblem {
        Experiment changed = ExperimentFile.builtIn("vanishing")
                .with("model.cell", "lstm")
                .with("model.hidden", "7")
                .with("task.length", "20")
                .with("optimiser.rate", "0.5")
                .with("initialiser.gain", "1.1")
                .with("training.epochs", "3")
                .experiment();
        assertEquals(CellKind.LSTM, changed.model().cell());
        assertEquals(7, changed.model().hidden());
        assertEquals(new Task.RandomInputs(new Noise(1, 20, 2, 0.3)), changed.task());
        assertEquals(0.5, changed.training().rule().optimizer().common().learningRate());
        assertEquals(1.1, changed.initialiser().recurrentGain());
        assertEquals(Training.Unit.EPOCHS, changed.training().unit(), "epochs take the place of iterations");
    }

    @Test
    void weightsMayHaveASeedOfTheirOwn() throws ReadProblem {
        Experiment other = ExperimentFile.builtIn("vanishing")
                .with("initialiser.seed", "5")
                .experiment();
        assertEquals(OptionalLong.of(5), other.initialiser().seed());
        assertEquals(0, other.seed(), "the data keep theirs");
        assertEquals(other, ExperimentFile.of(other).experiment());
    }

    @Test
    void differencesAreToldFieldByField() throws ReadProblem {
        ExperimentFile file =
                ExperimentFile.of(ExperimentFile.builtIn("vanishing").experiment());
        assertEquals(List.of(), file.differences(file));
        assertEquals(
                List.of(
                        new FieldDifference("model.cell", Optional.of("rnn"), Optional.of("lstm")),
                        new FieldDifference("initialiser.seed", Optional.empty(), Optional.of("5"))),
                file.differences(file.with("initialiser.seed", "5").with("model.cell", "lstm")));
    }

    @Test
    void aChangeLeavesTheFirstFileAsItWas() throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("vanishing");
        String before = file.text();
        file.with("model.hidden", "7");
        assertEquals(before, file.text());
    }

    @Test
    void aDescriptionMayStandInEachLanguage() throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("vanishing");
        Title both = file.with("description", "{\"en\": \"short\", \"zh\": \"短\"}")
                .experiment()
                .title();
        assertEquals("短", both.description("zh"));
        assertEquals("short", both.description());
        assertEquals("short", both.description("fr"), "one that there is");
        Title one = file.with("description", "plain").experiment().title();
        assertEquals("plain", one.description("zh"));
        assertEquals(
                "plain",
                ExperimentFile.of(file.with("description", "plain").experiment())
                        .value("description")
                        .orElseThrow());
        ReadProblem number = assertThrows(
                ReadProblem.class, () -> file.with("description", "{\"zh\": 3}").experiment());
        assertEquals("description.zh", number.place());
    }

    @Test
    void aTextCanBeGivenWithoutQuotationMarks() throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("vanishing");
        assertEquals(
                "say \"hi\"",
                file.with("description", "say \"hi\"").experiment().title().description());
        assertEquals("x", file.with("name", "\"x\"").experiment().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model.hiden           | 3         | model.hiden: this field is unknown here
            model.hidden          | "3"       | model.hidden: expected a whole number from 1 to 4096, found "3"
            model.hidden          | 0         | model.hidden: expected a whole number from 1 to 4096, found 0
            model.hidden          | 2.5       | model.hidden: expected a whole number from 1 to 4096, found 2.5
            model.hidden          | 1e999     | model.hidden: expected a whole number
            model.hidden          | 1e9       | model.hidden: expected a whole number
            model.cell            | rrn       | model.cell: expected one of rnn, lstm, gru, gru-before, concat, found "rrn"
            model.cell            | 3         | model.cell: expected one of rnn, lstm, gru, gru-before, concat, found 3
            model.loss.kind       | cross_entropy | model.loss.kind: the loss cross_entropy does not fit
            model.loss            | mse       | model.loss: expected an object in braces, found "mse"
            model                 | null      | model: this field is missing
            optimiser.rate        | -1        | optimiser.rate: expected a number from 0.0 to
            optimiser.rate        | NaN       | optimiser.rate: expected a number, found "NaN"
            optimiser.rate        | 1e999     | optimiser.rate: expected a number, found 1e999
            optimiser.kind        | adamant   | optimiser.kind: expected one of sgd, rmsprop, adagrad, adam, adamw
            optimiser.momentum    | 2         | optimiser.kind: the momentum must be from 0 to 1
            optimiser.dampening   | 0.5       | optimiser.kind: Keras' SGD has no dampening
            optimiser.nesterov    | true      | optimiser.kind: Nesterov's momentum needs a momentum above 0
            optimiser.beta1       | 0.9       | optimiser.beta1: this field is unknown here
            optimiser.l2          | -1        | optimiser.l2: expected a number from 0.0
            optimiser.schedule    | step      | optimiser.schedule: expected an object
            optimiser.schedule.kind | step    | optimiser.schedule.every: this field is missing
            optimiser.schedule    | {"kind": "step", "every": 5, "factor": 2} | optimiser.schedule.kind: the factor of
            optimiser.schedule    | {"kind": "cosine", "iterations": 0} | optimiser.schedule.iterations: expected a whole
            optimiser.schedule    | {"kind": "cosine", "iterations": 9, "last": 1} | optimiser.kind: the last learning
            optimiser.schedule    | {"kind": "constant", "every": 9} | optimiser.schedule.every: this field is unknown
            initialiser.inputWeight | {"kind": "spectral-radius", "radius": 1} | initialiser.inputWeight: only the
            initialiser.recurrentWeight | {"kind": "spectral-radius"} | initialiser.recurrentWeight.radius: this field is
            clipping.kind         | norm      | clipping.threshold: this field is missing
            clipping              | 5         | clipping: expected an object
            task.length           | 0         | task.length: expected a whole number from 1
            task.deviation        | true      | task.deviation: expected a number, found true
            training.iterations   | -3        | training.iterations: expected a whole number from 1
            training.batchSize    | []        | training.batchSize: expected a whole number
            model.layers          | 0         | model.layers: expected a whole number from 1 to
            model.layers          | 1e6       | model.layers: expected a whole number from 1 to
            model.bidirectional   | 1         | model.bidirectional: expected true or false, found 1
            model.output          | softmax   | model.output: expected one of linear, sigmoid, skip_sigmoid, log_softmax, found
            model.output          | log_softmax | model.output: the loss nll reads log-probabilities
            training.truncation   | 0         | training.truncation: expected a whole number from 1 to
            training.truncation   | 1.5       | training.truncation: expected a whole number from 1 to
            training.truncation   | -3        | training.truncation: expected a whole number from 1 to
            training.truncation   | {}        | training.truncation: expected a whole number from 1 to
            training.dropout      | 0.5       | training.dropout: expected an object in braces, found 0.5
            training.dropout      | {"input": 0.5} | training.dropout.input: this field is unknown
            training.dropout      | {"inputs": 1} | training.dropout.inputs: expected a probability from 0 and below 1
            training.dropout      | {"layers": -0.1} | training.dropout.layers: expected a probability from 0 and below 1
            training.dropout      | {"layers": 1e999} | training.dropout.layers: expected a number, found
            training.dropout      | {"layers": "0.5"} | training.dropout.layers: expected a number, found
            training.initialState | given     | training.initialState: expected one of zero, carried, never_reset, found "given"
            training.initialState | 0         | training.initialState: expected one of zero, carried, never_reset, found 0
            training.initialState | {"h": 0}  | training.initialState.h: expected a list in brackets, found 0
            training.initialState | {"h": [0]} | training.initialState.h[0]: expected a list in brackets, found 0
            training.initialState | {"h": [[1e999]]} | training.initialState.h[0][0]: expected a finite number, found
            training.initialState | {"h": [[1], [1, 2]]} | training.initialState.h: expected lists of equal length
            training.shuffle      | 1         | training.shuffle: expected true or false, found 1
            seed                  | 0.5       | seed: expected a whole number
            seed                  | 1e300     | seed: expected a whole number
            name                  | ' '       | name: expected a
            initialiser.inputBias | zeros     | initialiser.inputBias: expected an object
            """)
    void whatIsWrongIsNamedByItsPath(String path, String value, String expected) {
        ReadProblem problem = assertThrows(
                ReadProblem.class,
                () -> ExperimentFile.builtIn("vanishing").with(path, value).experiment());
        assertTrue(problem.getMessage().startsWith("vanishing.json, " + expected), problem.getMessage());
    }

    @Test
    void epochsAndIterationsExcludeEachOther() throws IOException {
        ReadProblem problem =
                refused("vanishing", text -> text.replace("\"batchSize\"", "\"epochs\": 3, \"batchSize\""));
        assertTrue(problem.getMessage().contains("training.epochs: expected either epochs or iterations, found both"));
    }

    private interface Spoiling {
        String spoil(String text);
    }

    private ReadProblem refused(String name, Spoiling spoiling) throws IOException {
        try {
            Path file = folder.resolve("spoilt.json");
            Files.writeString(file, spoiling.spoil(ExperimentFile.builtIn(name).text()));
            return assertThrows(
                    ReadProblem.class, () -> ExperimentFile.read(file).experiment());
        } catch (ReadProblem impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aTruncatedFileIsNamedSo() throws IOException {
        for (double share = 0.01; share < 1; share += 0.05) {
            double kept = share;
            ReadProblem problem = refused("sunspots", text -> text.substring(0, (int) (kept * text.length())));
            assertTrue(problem.getMessage().contains("spoilt.json"), problem.getMessage());
            assertFalse(problem.getMessage().contains("\n"));
        }
    }

    @Test
    void whereTheTextIsNoJsonTheLineIsNamed() throws IOException {
        ReadProblem problem = refused("sunspots", text -> text.replaceFirst(",\n", ";\n"));
        assertEquals("line 2", problem.place().substring(0, 6), problem.getMessage());
    }

    @Test
    void aNameThatStandsTwiceIsRefused() throws IOException {
        ReadProblem problem = refused("sunspots", text -> text.replaceFirst("\\{", "{\"seed\": 1,"));
        assertTrue(problem.getMessage().contains("the name \"seed\" stands twice"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "[]",
                "3",
                "null",
                "{} {}",
                "{'name': 3}",
                "{\"seed\": NaN}",
                "{\"seed\": 01}",
                "// comment\n{}",
                "{\"a\": 1,}",
                "nonsense"
            })
    void whatIsNoObjectIsRefused(String text) throws IOException {
        assertFalse(refused("vanishing", any -> text).getMessage().isBlank());
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        refused("vanishing", any -> "{\"a\":".repeat(100_000));
        refused("vanishing", any -> "[".repeat(100_000));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = folder.resolve("picture.json");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});
        ReadProblem problem = assertThrows(ReadProblem.class, () -> ExperimentFile.read(file));
        assertEquals("expected UTF-8 text, found other bytes", problem.expectation());
    }

    @Test
    void aFileOfAnotherKindOrSizeIsRefused() throws IOException {
        assertThrows(ReadProblem.class, () -> ExperimentFile.read(folder));
        assertThrows(ReadProblem.class, () -> ExperimentFile.read(folder.resolve("missing.json")));
        Path huge = folder.resolve("huge.json");
        try (var channel = Files.newByteChannel(huge, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(TextFile.MAX_BYTES + 10L);
            channel.write(ByteBuffer.wrap("}".getBytes(StandardCharsets.UTF_8)));
        }
        ReadProblem problem = assertThrows(ReadProblem.class, () -> ExperimentFile.read(huge));
        assertEquals("expected at most 64 MiB of text", problem.expectation());
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws IOException, ReadProblem {
        Path file = folder.resolve("marked.json");
        Files.writeString(file, "\uFEFF" + ExperimentFile.builtIn("vanishing").text());
        assertEquals("vanishing", ExperimentFile.read(file).experiment().name());
    }
}
