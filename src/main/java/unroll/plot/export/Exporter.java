package unroll.plot.export;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Rendering;
import unroll.plot.Size;
import unroll.plot.Surface;

/**
 * Writes figures in the formats of files.
 *
 * @param size of the picture at 96 px to the inch
 * @param palette the theme
 * @param dpi pixels to the inch of a PNG; vector formats don't use it
 * @param lettering how large text is, and what is written below
 */
public record Exporter(Size size, Palette palette, int dpi, Lettering lettering) {
    /** Pixels to the inch that lengths are given in. */
    public static final int LOGICAL_DPI = 96;

    /** An image of so many pixels takes 800 MB to draw. */
    private static final double MOST_PIXELS = 200e6;

    /** One that writes figures as their painters draw them. */
    public Exporter(Size size, Palette palette, int dpi) {
        this(size, palette, dpi, Lettering.PLAIN);
    }

    public Exporter {
        if (dpi < 1) {
            throw new IllegalArgumentException("the resolution must be at least 1 dpi, not " + dpi);
        }
    }

    public Exporter with(Lettering other) {
        return new Exporter(size, palette, dpi, other);
    }

    /**
     * A figure as it is written, drawn at this size: with its text as large as asked for, and its caption.
     *
     * @param figure draws what the caption leaves room for
     */
    public Painter page(Painter figure) {
        return Page.of(figure, lettering);
    }

    /** Pixels to a px of the size. */
    double scale() {
        return (double) dpi / LOGICAL_DPI;
    }

    /**
     * How many pixels a picture has.
     *
     * @throws IOException if they are too many; the message says what would help
     */
    Dimension pixels() throws IOException {
        double width = Math.max(1, Math.rint(size.width() * scale()));
        double height = Math.max(1, Math.rint(size.height() * scale()));
        if (width * height > MOST_PIXELS) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the picture would be %.0f x %.0f pixels: choose a smaller size or fewer than %d dpi",
                    width,
                    height,
                    dpi));
        }
        return new Dimension((int) width, (int) height);
    }

    /**
     * The picture's pixels, as for a clipboard.
     *
     * @throws IOException if they are too many; the message says what would help
     */
    public Surface draw(Painter figure) throws IOException {
        Dimension pixels = pixels();
        Surface surface = new Surface(pixels.width, pixels.height, scale());
        surface.paint(page(figure), palette);
        return surface;
    }

    /** The picture in colours that aren't premultiplied, as files want it. */
    BufferedImage image(Painter figure) throws IOException {
        Dimension pixels = pixels();
        BufferedImage image = new BufferedImage(pixels.width, pixels.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            Rendering.prepare(g);
            g.scale(scale(), scale());
            page(figure).paint(g, size.width(), size.height(), palette);
        } finally {
            g.dispose();
        }
        return image;
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
