package unroll.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static void write(Painter painter, int dpi, Path file) throws IOException {
        FileFormat format = FileFormat.of(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            new Exporter(new Size(320, 200), Palette.print(), dpi).write(painter, format, out);
        }
    }

    @Test
    void pngHasItsSizeAndResolution() throws IOException {
        Path file = folder.resolve("loss.png");
        write(figure(), 300, file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1000, image.getWidth());
        assertEquals(625, image.getHeight());
        assertEquals(300, Math.round(pixelsPerMetre(file) * 0.0254));
        write(figure(), 96, file);
        assertEquals(320, ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void svgIsAsItWas() throws IOException {
        Path file = folder.resolve("loss.svg");
        write(figure(), 96, file);
        String golden = resource("curves.svg");
        assertEquals(golden, Files.readString(file));
    }

    @Test
    void pdfHasTextInEmbeddedFontsAndThePicturesSize() throws IOException {
        Path file = folder.resolve("loss.pdf");
        write(figure(), 96, file);
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
            write(painter, 96, folder.resolve(name));
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
        write(new CurvesPainter(curves, CurveOptions.DEFAULT.withLogY(true)), 96, file);
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
        write(figure(), 96, file);
        assertEquals(
                List.of("iteration,train,test,chance", "1,0.9,0.95,0.5", "2,0.5,,0.5", "3,0.25,0.4,0.5"),
                Files.readAllLines(file));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void theSamePictureGivesTheSameBytes(FileFormat format) throws IOException {
        Path one = folder.resolve("one" + format.ending());
        Path two = folder.resolve("two" + format.ending());
        write(figure(), 120, one);
        write(figure(), 120, two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void unknownEndingsNameTheKnownOnes() {
        IOException problem = assertThrows(IOException.class, () -> write(figure(), 96, folder.resolve("loss.jpg")));
        assertTrue(problem.getMessage().contains("loss.jpg")
                && problem.getMessage().contains(".png, .svg, .pdf, .csv"));
    }

    @Test
    void picturesWithoutNumbersSaySo() {
        Painter painter = (g, width, height, palette) -> {};
        IOException problem = assertThrows(IOException.class, () -> write(painter, 96, folder.resolve("a.csv")));
        assertTrue(problem.getMessage().contains("no table"), problem.getMessage());
    }

    @Test
    void picturesTooLargeForMemoryAreRefused() {
        Exporter poster = new Exporter(new Size(20_000, 20_000), Palette.light(), 300);
        IOException problem = assertThrows(
                IOException.class, () -> poster.write(figure(), FileFormat.PNG, OutputStream.nullOutputStream()));
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
