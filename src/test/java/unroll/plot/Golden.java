package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;

/** Pictures that are to stay as they are, kept as their SVG text beside the tests' other resources. */
public final class Golden {
    private static final Path ACTUAL = Path.of("target", "goldens");

    private Golden() {}

    /**
     * Compares a picture with what it was when it was looked at and found right.
     *
     * @param name of the file, with its folder under {@code unroll/plot}
     */
    public static void assertUnchanged(String name, Painter painter, Size size) throws IOException {
        Path actual = ACTUAL.resolve(name + ".svg");
        Files.createDirectories(actual.getParent());
        try (OutputStream out = Files.newOutputStream(actual)) {
            new Exporter(size, Palette.light(), Exporter.LOGICAL_DPI).write(painter, FileFormat.SVG, out);
        }
        assertEquals(
                expected(name),
                Files.readString(actual),
                () -> name + " looks different: look at " + actual + " and keep it if it is right");
    }

    private static String expected(String name) throws IOException {
        try (InputStream golden = Golden.class.getResourceAsStream("/unroll/plot/" + name + ".svg")) {
            return golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
