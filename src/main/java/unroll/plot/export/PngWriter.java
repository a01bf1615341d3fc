package unroll.plot.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import unroll.plot.Painter;
import unroll.plot.Rendering;

/** Pixels; the resolution is noted in the file, so that it prints at the size it was drawn for. */
final class PngWriter implements FigureWriter {
    private static final String NATIVE_FORMAT = "javax_imageio_png_1.0";
    private static final double METRES_PER_INCH = 0.0254;

    /** An image of so many pixels takes 800 MB to draw. */
    private static final double MOST_PIXELS = 200e6;

    @Override
    public void write(Painter painter, Exporter settings, OutputStream out) throws IOException {
        BufferedImage image = draw(painter, settings);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            metadata.mergeTree(NATIVE_FORMAT, resolution(settings.dpi()));
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage draw(Painter painter, Exporter settings) throws IOException {
        double scale = (double) settings.dpi() / Exporter.LOGICAL_DPI;
        double width = Math.max(1, Math.rint(settings.size().width() * scale));
        double height = Math.max(1, Math.rint(settings.size().height() * scale));
        if (width * height > MOST_PIXELS) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the picture would be %.0f x %.0f pixels: choose a smaller size or fewer than %d dpi",
                    width,
                    height,
                    settings.dpi()));
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            Rendering.prepare(g);
            g.scale(scale, scale);
            painter.paint(g, settings.size().width(), settings.size().height(), settings.palette());
        } finally {
            g.dispose();
        }
        return image;
    }

    private static IIOMetadataNode resolution(int dpi) {
        String pixelsPerMetre = String.valueOf(Math.round(dpi / METRES_PER_INCH));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
        physical.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(NATIVE_FORMAT);
        root.appendChild(physical);
        return root;
    }
}
