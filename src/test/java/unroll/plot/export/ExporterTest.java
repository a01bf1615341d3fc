package unroll.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
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

    @Test
    void tabsPartTheCellsOfATsv() throws IOException {
        Path file = folder.resolve("loss.tsv");
        Series curve = Series.curve("one,\ttwo", Doubles.of(1, 2), Doubles.of(0.9, 0.1 + 0.2), 0);
        write(new CurvesPainter(new CurveSet("iteration", "loss", List.of(curve)), CurveOptions.DEFAULT), 96, file);
        assertEquals(List.of("iteration\tone, two", "1\t0.9", "2\t0.30000000000000004"), Files.readAllLines(file));
    }

    @Test
    void theCaptionStandsBelowAndWhatMadeTheFigureIsKeptInTheFile() throws IOException {
        Lettering lettering = new Lettering(9, "First steps \u00b7 seed 7", "first-steps, seed 7, \u79cd\u5b50");
        Exporter exporter = new Exporter(new Size(320, 200), Palette.print(), 96, lettering);
        for (FileFormat format : List.of(FileFormat.PNG, FileFormat.SVG, FileFormat.PDF)) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("captioned" + format.ending()))) {
                exporter.write(figure(), format, out);
            }
        }
        String svg = Files.readString(folder.resolve("captioned.svg"));
        assertTrue(svg.contains("seed 7</text") && svg.contains(">first-steps, seed 7, \u79cd\u5b50</desc"), svg);
        String png = new String(Files.readAllBytes(folder.resolve("captioned.png")), StandardCharsets.UTF_8);
        assertTrue(png.contains("first-steps, seed 7, \u79cd\u5b50"));
        try (PDDocument document =
                Loader.loadPDF(folder.resolve("captioned.pdf").toFile())) {
            assertEquals(
                    "first-steps, seed 7, \u79cd\u5b50",
                    document.getDocumentInformation().getSubject());
            assertTrue(new PDFTextStripper().getText(document).contains("First steps"));
        }
        assertEquals(300, Math.round(pixelsPerMetre(resolved(300)) * 0.0254), "a note is no loss of the resolution");
    }

    private Path resolved(int dpi) throws IOException {
        Path file = folder.resolve("noted.png");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Exporter(new Size(32, 20), Palette.print(), dpi, new Lettering(9, "", "a"))
                    .write(figure(), FileFormat.PNG, out);
        }
        return file;
    }

    @Test
    void textIsAsLargeAsAskedFor() throws IOException {
        assertEquals(9, titleSize(9), 0.01);
        assertEquals(18, titleSize(18), 0.01);
    }

    /** The height of the em of the axis title on a page, points. */
    private static double titleSize(double points) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Exporter(new Size(640, 400), Palette.print(), 96, new Lettering(points, "", ""))
                .write(figure(), FileFormat.PDF, out);
        List<Float> sizes = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                if (text.contains("iteration")) {
                    sizes.add(positions.get(0).getYScale());
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            stripper.getText(document);
        }
        return sizes.get(0);
    }

    @Test
    void aCaptionLeavesTheFigureRoomWhateverItsLength() throws IOException {
        Lettering endless = new Lettering(9, "word ".repeat(500), "");
        Exporter exporter = new Exporter(new Size(320, 200), Palette.print(), 96, endless);
        List<Double> heights = new ArrayList<>();
        exporter.write((g, width, height, palette) -> heights.add(height), FileFormat.PNG, new ByteArrayOutputStream());
        assertEquals(List.of(100.0), heights);
    }

    @Test
    void lengthsHaveUnits() {
        assertEquals(302.36, LengthUnit.of("cm").orElseThrow().toPixels(8), 0.01);
        assertEquals(8, LengthUnit.CM.fromPixels(LengthUnit.CM.toPixels(8)), 1e-12);
        assertEquals(LengthUnit.MM.toPixels(25.4), LengthUnit.IN.toPixels(1), 1e-12);
        assertTrue(LengthUnit.of("ell").isEmpty());
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
