package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cli.UnrollCommandTest.Outcome;

class SnapshotCommandTest {
    @TempDir
    Path folder;

    private Outcome snapshot(String file, String... arguments) {
        List<String> command = new ArrayList<>(List.of("snapshot", "--out", file(file)));
        command.addAll(List.of(arguments));
        return UnrollCommandTest.run(command.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    static List<String> views() {
        return Views.NAMES;
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsWrittenInEveryFormat(String view) throws IOException {
        for (String ending : List.of("png", "svg", "pdf", "csv", "tsv")) {
            Outcome outcome = snapshot("view." + ending, "--experiment", "first-steps", "--view", view);
            assertEquals(0, outcome.code(), view + " " + outcome.err());
            assertEquals("", outcome.out() + outcome.err());
            assertTrue(Files.size(folder.resolve("view." + ending)) > 0);
        }
    }

    static List<String> comparedViews() {
        return ComparedViews.NAMES;
    }

    @ParameterizedTest
    @MethodSource("comparedViews")
    void twoNetworksAreWrittenInEveryFormat(String view) throws IOException {
        for (String ending : List.of("png", "svg", "pdf", "csv")) {
            Outcome outcome = against("pair." + ending, view, "model.cell=lstm", "initialiser.gain=1.2");
            assertEquals(0, outcome.code(), view + " " + outcome.err());
            assertTrue(Files.size(folder.resolve("pair." + ending)) > 0);
        }
    }

    private Outcome against(String file, String view, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("--experiment", "first-steps", "--view", view));
        for (String field : fields) {
            arguments.addAll(List.of("--against", field));
        }
        return snapshot(file, arguments.toArray(String[]::new));
    }

    @Test
    void theStagesOfTwoNetworksHaveOneTable() throws IOException {
        assertEquals(0, against("pair.csv", "stage", "model.cell=lstm").code());
        List<String> rows = Files.readAllLines(folder.resolve("pair.csv"));
        assertTrue(rows.get(0).contains("A L") && rows.get(0).contains("B L"), rows.get(0));
        int columns = rows.get(0).split(",", -1).length;
        rows.forEach(row -> assertEquals(columns, row.split(",", -1).length, row));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Outcome ofOne = against("a.svg", "spectrum", "model.cell=lstm");
        assertEquals(2, ofOne.code());
        assertTrue(ofOne.err().contains("stage, lanes, gradient-flow, curves"), ofOne.err());
        Outcome shorter = against("a.svg", "stage", "task.length=4");
        assertEquals(2, shorter.code());
        assertTrue(shorter.err().contains("the same 6 time steps"), shorter.err());
        assertEquals(2, against("a.svg", "stage", "model.cell=frog").code());
    }

    @Test
    void theCurvesAreThoseOfATraining() throws IOException {
        assertEquals(
                0,
                snapshot("c.csv", "--experiment", "vanishing", "--view", "curves")
                        .code());
        List<String> rows = Files.readAllLines(folder.resolve("c.csv"));
        assertTrue(rows.get(0).startsWith("iteration,") && rows.get(0).endsWith(",train.loss,test.loss"), rows.get(0));
        assertTrue(rows.size() > 100);
    }

    @Test
    void aLessonIsFoundByItsNameAndByItsFolder() throws IOException {
        assertEquals(0, snapshot("a.svg", "--lesson", "vanishing-gradients").code());
        assertEquals(0, snapshot("b.svg", "--lesson", "04-vanishing-gradients").code());
        assertEquals(Files.readString(folder.resolve("a.svg")), Files.readString(folder.resolve("b.svg")));
    }

    @Test
    void thePlaceDecidesWhatIsKnown() throws IOException {
        assertEquals(0, flow("start.csv", "forward:1:1").code());
        assertEquals(0, flow("later.csv", "backward:3:8").code());
        assertTrue(
                Files.readAllLines(folder.resolve("start.csv")).stream().skip(1).allMatch(row -> row.endsWith(",")));
        List<String> later = Files.readAllLines(folder.resolve("later.csv"));
        assertTrue(later.get(1).matches("0,,.*") && !later.get(6).matches("5,,.*"), later.toString());
    }

    private Outcome flow(String file, String at) {
        return snapshot(file, "--experiment", "first-steps", "--view", "gradient-flow", "--at", at);
    }

    @Test
    void aPictureSpeaksChinese() {
        Outcome outcome = snapshot("zh.svg", "--experiment", "first-steps", "--lang", "zh");
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
    }

    @Test
    void aFileIsReplacedOnlyWhenAsked() {
        assertEquals(0, snapshot("x.svg", "--experiment", "first-steps").code());
        Outcome kept = snapshot("x.svg", "--experiment", "first-steps");
        assertEquals(2, kept.code());
        assertTrue(kept.err().contains(file("x.svg")), kept.err());
        assertEquals(
                0, snapshot("x.svg", "--experiment", "first-steps", "--force").code());
    }

    @Test
    void thePictureSaysWhatMadeItUnlessToldOtherwise() throws IOException {
        String[] experiment = {"--experiment", "first-steps", "--at", "backward:3:8"};
        assertEquals(0, snapshot("a.svg", experiment).code());
        String made = "first-steps \u00b7 rnn \u00b7 3 units \u00b7 seed 0 \u00b7 BACKWARD, t = 3, line 8";
        assertTrue(Files.readString(folder.resolve("a.svg")).contains(made + "</text"));
        assertEquals(
                0,
                snapshot("b.svg", "--experiment", "first-steps", "--at", "backward:3:8", "--no-caption")
                        .code());
        String bare = Files.readString(folder.resolve("b.svg"));
        assertTrue(bare.contains(made + "</desc") && !bare.contains(made + "</text"));
        assertEquals(
                0,
                snapshot("c.svg", "--experiment", "first-steps", "--caption", "Figure 1")
                        .code());
        assertTrue(Files.readString(folder.resolve("c.svg")).contains("Figure 1</text"));
    }

    @Test
    void sizesHaveUnitsAndPixelsTheirResolution() throws IOException {
        assertEquals(
                0,
                snapshot("a.png", "--experiment", "first-steps", "--size", "8x5cm", "--dpi", "300")
                        .code());
        BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
        assertEquals(945, image.getWidth());
        assertEquals(591, image.getHeight());
    }

    @Test
    void theSteppingIsAnAnimation() throws IOException {
        assertEquals(0, film("a.gif", "--phase", "forward", "--steps", "1-2").code());
        int lines = frames("a.gif");
        assertTrue(lines > 4, lines + " lines run in two steps");
        assertEquals(0, film("b.gif", "--phase", "forward", "--every", "step").code());
        assertTrue(frames("b.gif") >= 7, "the start and the end of each of six steps");
        assertEquals(
                0, film("c.gif", "--from", "forward:1:1", "--to", "forward:1:2").code());
        assertEquals(3, frames("c.gif"), "before line 1, after it, after line 2");
        assertEquals(0, film("d.gif", "--phase", "update", "--every", "step").code());
    }

    @Test
    void aFilmThatNobodyWouldWatchIsRefused() throws IOException {
        String longer = Files.readString(Path.of("lessons", "experiments", "adding-100.json"))
                .replace("\"length\": 100", "\"length\": 400");
        Files.writeString(folder.resolve("longer.json"), longer);
        Outcome outcome = snapshot(
                "long.gif", "--experiment", file("longer.json"), "--from", "forward:1:1", "--to", "backward:1:16");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("at most 3000 are written: choose fewer --steps"), outcome.err());
    }

    private Outcome film(String file, String... range) {
        List<String> arguments =
                new ArrayList<>(List.of("--experiment", "first-steps", "--view", "lanes", "--size", "300x200"));
        arguments.addAll(List.of(range));
        return snapshot(file, arguments.toArray(String[]::new));
    }

    private int frames(String file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(folder.resolve(file).toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void theSteppingIsAFolderOfPictures() throws IOException {
        String[] command = {
            "snapshot",
            "--experiment",
            "first-steps",
            "--against",
            "model.cell=lstm",
            "--view",
            "stage",
            "--phase",
            "backward",
            "--every",
            "step",
            "--frames",
            file("slides")
        };
        assertEquals(0, UnrollCommandTest.run(command).code());
        try (Stream<Path> files = Files.list(folder.resolve("slides"))) {
            List<String> names =
                    files.map(each -> each.getFileName().toString()).sorted().toList();
            assertEquals("frame-0001.png", names.get(0));
            assertTrue(names.size() > 6, names.toString());
        }
        Outcome kept = UnrollCommandTest.run(command);
        assertEquals(2, kept.code());
        assertTrue(kept.err().contains("frame-0001.png already"), kept.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.png | --experiment nope                               | there is no such experiment
            x.png | --lesson nope                                   | there is no lesson nope; lessons are unrolled, forward
            x.png | --view stage                                    | --lesson
            x.png | --experiment first-steps --lesson nope          | mutually exclusive
            x.png | --experiment first-steps --view tree            | --view: expected stage, circuit, lanes,
            x.png | --experiment first-steps --size big             | --size: expected WxH
            x.png | --experiment first-steps --size 0x5             | --size: expected WxH
            x.png | --experiment first-steps --theme pink           | --theme: expected light, dark, print
            x.png | --experiment first-steps --lang fr              | --lang: expected en or zh
            x.png | --experiment first-steps --at backward:1        | --at: expected PHASE:T:LINE
            x.png | --experiment first-steps --at backward:99:8     | --at: line 8 does not run
            x.bmp | --experiment first-steps                        | .png, .svg, .pdf
            x.bmp | --experiment first-steps                        | or in .gif for the stepping
            x.png | --experiment first-steps --size 8x5ell          | --size: expected WxH
            x.png | --experiment first-steps --size 900x5cm         | 16x9cm
            x.png | --experiment first-steps --dpi 0                | --dpi
            x.png | --experiment first-steps --font-size 99         | --font-size: expected a number from 4 to 72
            x.png | --experiment first-steps --no-caption --caption a | --no-caption
            x.gif | --experiment first-steps --phase sideways       | --phase: expected one of forward, backward, update
            x.gif | --experiment first-steps --every year           | --every: expected one of line, step
            x.gif | --experiment first-steps --steps 1              | --steps: expected A-B
            x.gif | --experiment first-steps --steps 4-50           | the time steps go from 1 to 6
            x.gif | --experiment first-steps --delay 1              | --delay
            x.gif | --experiment first-steps --from backward:2:8 --to backward:5:8 | a passage goes forward
            x.gif | --experiment first-steps --view curves          | --view: expected one that follows the stepping
            x.png | --experiment first-steps --frames y             | mutually exclusive
            """)
    void badUsageEndsWithTwoAndOneLine(String file, String arguments, String part) {
        Outcome outcome = snapshot(file, arguments.split(" "));
        assertEquals(2, outcome.code(), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("unroll: ") && outcome.err().contains(part), outcome.err());
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsTimed(String view) {
        JsonObject result = UnrollCommandTest.run("bench", "--view", view, "--steps", "4", "--hidden", "3")
                .last();
        assertEquals(view, result.get("view").getAsString());
        assertTrue(result.get("p99_ms").getAsDouble() >= result.get("p50_ms").getAsDouble());
    }
}
