package unroll.plot.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be written, chosen by the file's ending. */
public enum FileFormat {
    /** Pixels, at a resolution. */
    PNG(new PngWriter()),
    /** Vectors and text, for the web and for drawing programs. */
    SVG(new SvgWriter()),
    /** Vectors and text with fonts, for papers. */
    PDF(new PdfWriter()),
    /** The numbers behind the picture, apart by commas. */
    CSV(new TableWriter(',')),
    /** The numbers behind the picture, apart by tabs. */
    TSV(new TableWriter('\t'));

    private final FigureWriter writer;

    FileFormat(FigureWriter writer) {
        this.writer = writer;
    }

    FigureWriter writer() {
        return writer;
    }

    /** Whether files of this format hold numbers and no picture. */
    public boolean isTable() {
        return this == CSV || this == TSV;
    }

    /**
     * The ending of files of this format.
     *
     * @return for instance {@code .png}
     */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that a file's ending asks for, in capitals or not.
     *
     * @param file need not exist
     * @return the format
     * @throws IOException if the ending is unknown; the message lists the known ones
     */
    public static FileFormat of(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new IOException("can't tell the format of " + file
                        + ": the name must end in one of "
                        + Arrays.stream(values()).map(FileFormat::ending).collect(Collectors.joining(", "))));
    }
}
