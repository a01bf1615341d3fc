package unroll.plot.export;

import java.io.IOException;
import java.io.OutputStream;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Size;

/**
 * Writes figures in the formats of files.
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
     * Writes a figure.
     *
     * @param painter draws the figure
     * @param out stays open
     * @throws IOException if it can't be written; the message says why, and what would help
     */
    public void write(Painter painter, FileFormat format, OutputStream out) throws IOException {
        format.writer().write(painter, this, out);
    }
}
