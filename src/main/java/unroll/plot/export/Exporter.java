package unroll.plot.export;

import java.io.IOException;
import java.nio.file.Path;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Size;

/**
 * Writes figures to files.
 *
 * @param size of the picture at 96 px to the inch; text keeps its size relative to it
 * @param palette the theme
 * @param dpi pixels to the inch of a PNG; vector formats don't use it
 */
public record Exporter(Size size, Palette palette, int dpi) {
    /** Pixels to the inch that lengths are given in. */
    public static final int LOGICAL_DPI = 96;

    public Exporter {
        if (dpi < 1) {
            throw new IllegalArgumentException("the resolution must be at least 1 dpi, not " + dpi);
        }
    }

    /**
     * Writes a figure in the format of the file's ending. The file is written beside and moved into place: it is either
     * there as a whole or not at all.
     *
     * @param painter draws the figure
     * @param file where to
     * @param replace whether a file that is there already may go
     * @throws IOException if it can't be written; the message says which file, why, and what would help
     */
    public void write(Painter painter, Path file, boolean replace) throws IOException {
        FigureWriter writer = FileFormat.of(file).writer();
        AtomicFile.write(file, replace, out -> writer.write(painter, this, out));
    }
}
