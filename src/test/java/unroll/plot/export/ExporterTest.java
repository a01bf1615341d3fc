package unroll.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.TextLine;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;

class ExporterTest {
    private static final Doubles LOSSES = Doubles.of(0.9, 0.1 + 0.2, Double.MIN_VALUE, Double.NaN, -0.0, 1e300);

    @TempDir
    Path folder;

    private static CurvesPainter figure() {
        return new CurvesPainter(
                new CurveSet(
                        "iteration",
                        "loss",
                        List.of(
                                Series.curve("train", Doubles.of(1, 2, 3), Doubles.of(0.9, 0.5, 0.25), 0),
                                Series.curve("test", Doubles.of(1, 3), Doubles.of(0.95, 0.4), 2)
                                        .dashed(1),
                                Series.baseline("chance", 0.5))),
                CurveOptions.DEFAULT);
    }

    private static Exporter exporter(int dpi) {
        return new Exporter(new Size(320, 200), Palette.print(), dpi);
    }

    @Test
    void pngHasItsSizeAndResolution() throws IOException {
        Path file = folder.resolve("loss.png");
        exporter(300).write(figure(), file, false);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1000, image.getWidth());
        assertEquals(625, image.getHeight());
        assertEquals(300, Math.round(pixelsPerMetre(file) * 0.0254));
        exporter(96).write(figure(), file, true);
        assertEquals(320, ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void svgIsAsItWas() throws IOException {
        Path file = folder.resolve("loss.svg");
        exporter(96).write(figure(), file, false);
        String golden = resource("curves.svg");
        assertEquals(golden, Files.readString(file));
    }

    @Test
    void pdfHasTextInEmbeddedFontsAndThePicturesSize() throws IOException {
        Path file = folder.resolve("loss.pdf");
        exporter(96).write(figure(), file, false);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("iteration") && text.contains("train 0.25") && text.contains("chance"), text);
            assertEquals(240, document.getPage(0).getMediaBox().getWidth(), 0.01);
            assertEquals(150, document.getPage(0).getMediaBox().getHeight(), 0.01);
        }
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("CreationDate"));
    }

    @Test
    void charactersThatNoFontCanEmbedDoNotEndTheExport() throws IOException {
        Painter painter = (g, width, height, palette) -> {
            TextLine.of("loss \u635f\u5931 \u2299 \u2202L", Face.BOLD, 20)
                    .draw(g, 10, 50, palette.color(Role.FOREGROUND));
            g.drawString("\u2299 straight", 10, 90);
        };
        for (String name : List.of("words.pdf", "words.svg", "words.png")) {
            exporter(96).write(painter, folder.resolve(name), false);
            assertTrue(Files.size(folder.resolve(name)) > 500, name);
        }
        String svg = Files.readString(folder.resolve("words.svg"));
        assertTrue(svg.contains("font-weight=\"bold\"") && svg.contains("\u635f\u5931"), svg);
    }

    @Test
    void csvKeepsEveryBit() throws IOException {
        Path file = folder.resolve("loss.csv");
        CurveSet curves = new CurveSet(
                "iteration", "loss", List.of(Series.curve("run, \"one\"", Doubles.counting(1, 6), LOSSES, 0)));
        exporter(96).write(new CurvesPainter(curves, CurveOptions.DEFAULT.withLogY(true)), file, false);
        List<String> lines = Files.readAllLines(file);
        assertEquals("iteration,\"run, \"\"one\"\"\"", lines.get(0));
        for (int i = 0; i < LOSSES.size(); i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertEquals(i + 1, Double.parseDouble(cells[0]));
            assertEquals(Double.doubleToLongBits(LOSSES.get(i)), Double.doubleToLongBits(Double.parseDouble(cells[1])));
        }
    }

    @Test
    void csvLeavesRoomForWhatWasNotMeasured() throws IOException {
        Path file = folder.resolve("loss.csv");
        exporter(96).write(figure(), file, false);
        assertEquals(
                List.of("iteration,train,test,chance", "1,0.9,0.95,0.5", "2,0.5,,0.5", "3,0.25,0.4,0.5"),
                Files.readAllLines(file));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void theSamePictureGivesTheSameBytes(FileFormat format) throws IOException {
        Path one = folder.resolve("one" + format.ending());
        Path two = folder.resolve("two" + format.ending());
        exporter(120).write(figure(), one, false);
        exporter(120).write(figure(), two, false);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void unknownEndingsNameTheKnownOnes() {
        IOException problem =
                assertThrows(IOException.class, () -> exporter(96).write(figure(), folder.resolve("loss.jpg"), false));
        assertTrue(problem.getMessage().contains("loss.jpg")
                && problem.getMessage().contains(".png, .svg, .pdf, .csv"));
    }

    @Test
    void picturesWithoutNumbersSaySo() {
        Painter painter = (g, width, height, palette) -> {};
        IOException problem =
                assertThrows(IOException.class, () -> exporter(96).write(painter, folder.resolve("a.csv"), false));
        assertTrue(problem.getMessage().contains("no table"), problem.getMessage());
    }

    @Test
    void anExistingFileGoesOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("loss.svg"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> exporter(96).write(figure(), file, false));
        assertEquals("mine", Files.readString(file));
        exporter(96).write(figure(), file, true);
        assertTrue(Files.size(file) > 100);
    }

    @Test
    void aFolderThatCannotTakeTheFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing").resolve("loss.png");
        IOException problem = assertThrows(IOException.class, () -> exporter(96).write(figure(), missing, false));
        assertTrue(problem.getMessage().contains("there is no folder " + missing.getParent()), problem.getMessage());
        Path file = Files.createDirectory(folder.resolve("loss.png"));
        IOException taken = assertThrows(IOException.class, () -> exporter(96).write(figure(), file, true));
        assertTrue(taken.getMessage().contains("a folder has that name"), taken.getMessage());
    }

    @Test
    void nothingIsLeftBehindByAFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("loss.pdf"), "mine");
        Painter broken = (g, width, height, palette) -> {
            throw new IllegalStateException("broken painter");
        };
        for (String name : List.of("loss.pdf", "loss.svg", "loss.png", "loss.csv")) {
            assertThrows(Exception.class, () -> exporter(96).write(broken, folder.resolve(name), true));
        }
        assertEquals("mine", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void picturesTooLargeForMemoryAreRefused() {
        Exporter poster = new Exporter(new Size(20_000, 20_000), Palette.light(), 300);
        IOException problem =
                assertThrows(IOException.class, () -> poster.write(figure(), folder.resolve("big.png"), false));
        assertTrue(problem.getMessage().contains("62500 x 62500"), problem.getMessage());
    }

    /** The x resolution in the pHYs chunk. */
    private static int pixelsPerMetre(Path png) throws IOException {
        byte[] bytes = Files.readAllBytes(png);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        return ByteBuffer.wrap(bytes).getInt(at + 4);
    }

    private static String resource(String name) throws IOException {
        try (InputStream data = ExporterTest.class.getResourceAsStream(name)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
