package unroll.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;

/** The texts that a picture shows, read from its SVG. */
public final class SvgText {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text");

    private SvgText() {}

    /** In the order in which they are drawn. */
    public static List<String> of(Painter painter, Size size) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Exporter(size, Palette.light(), Exporter.LOGICAL_DPI).write(painter, FileFormat.SVG, out);
            String svg = out.toString(StandardCharsets.UTF_8);
            return TEXT.matcher(svg).results().map(SvgText::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MatchResult match) {
        return match.group(1).replace("&lt;", "<").replace("&gt;", ">").strip();
    }
}
