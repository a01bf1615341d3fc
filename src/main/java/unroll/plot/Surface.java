package unroll.plot;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * An image whose pixels the window can show without copying: premultiplied ARGB, one int a pixel, row by row.
 *
 * <p>It belongs to one thread at a time. It covers the visible part of a pane, never a whole scrolled content, as
 * textures have a size limit.
 */
public final class Surface {
    private final BufferedImage image;
    private final double scale;

    /**
     * A clear surface.
     *
     * @param width in pixels of the screen, at least 1
     * @param height in pixels of the screen, at least 1
     * @param scale pixels of the screen to a logical pixel, above 0
     */
    public Surface(int width, int height, double scale) {
        if (width < 1 || height < 1 || !(scale > 0)) {
            throw new IllegalArgumentException(
                    "a surface needs positive sizes, not " + width + " x " + height + " at scale " + scale);
        }
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        this.scale = scale;
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    public double scale() {
        return scale;
    }

    /**
     * The pixels themselves, not a copy.
     *
     * @return width · height premultiplied ARGB values
     */
    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /**
     * Replaces the whole picture.
     *
     * @param painter draws at the logical size, width and height divided by the scale
     * @param palette the theme
     */
    public void paint(Painter painter, Palette palette) {
        Graphics2D g = image.createGraphics();
        try {
            Rendering.prepare(g);
            g.setComposite(AlphaComposite.Clear);
            g.fillRect(0, 0, width(), height());
            g.setComposite(AlphaComposite.SrcOver);
            g.scale(scale, scale);
            painter.paint(g, width() / scale, height() / scale, palette);
        } finally {
            g.dispose();
        }
    }
}
