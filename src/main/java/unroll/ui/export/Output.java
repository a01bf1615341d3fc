package unroll.ui.export;

import java.util.Optional;
import unroll.plot.export.FileFormat;
import unroll.plot.export.Filming;

/** What an export can become. */
enum Output {
    PNG(FileFormat.PNG),
    SVG(FileFormat.SVG),
    PDF(FileFormat.PDF),
    CSV(FileFormat.CSV),
    TSV(FileFormat.TSV),
    /** The stepping as an animation. */
    GIF(null),
    /** The stepping as a folder of numbered pictures. */
    FRAMES(null);

    private final FileFormat format;

    Output(FileFormat format) {
        this.format = format;
    }

    /** Empty for films. */
    Optional<FileFormat> format() {
        return Optional.ofNullable(format);
    }

    boolean isFilm() {
        return format == null;
    }

    boolean isTable() {
        return format != null && format.isTable();
    }

    /** Whether it is made of pixels, so that a resolution matters. */
    boolean isPixels() {
        return isFilm() || this == PNG;
    }

    /** What the name of its file ends in; a folder's in nothing. */
    String ending() {
        return this == FRAMES ? "" : format().map(FileFormat::ending).orElse(Filming.GIF);
    }
}
