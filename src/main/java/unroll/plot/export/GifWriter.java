package unroll.plot.export;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An animated GIF that is played for ever. After the first picture only the rectangle that has changed is written. */
final class GifWriter implements AutoCloseable {
    private static final String NATIVE_FORMAT = "javax_imageio_gif_image_1.0";

    /** Begins a count of rounds, 0 for no end, as Netscape has it. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final MemoryCacheImageOutputStream stream;
    private BufferedImage before;

    /** {@code out} stays open. */
    GifWriter(OutputStream out) throws IOException {
        stream = new MemoryCacheImageOutputStream(out);
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    /** All pictures have the size of the first. */
    void add(BufferedImage image, int hundredths) throws IOException {
        Rectangle changed = before == null ? new Rectangle(image.getWidth(), image.getHeight()) : change(before, image);
        BufferedImage part = opaque(image, changed);
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(part), parameters);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(NATIVE_FORMAT);
        place(root, changed);
        time(root, hundredths);
        if (before == null) {
            root.appendChild(rounds());
        }
        metadata.setFromTree(NATIVE_FORMAT, root);
        writer.writeToSequence(new IIOImage(part, null, metadata), parameters);
        before = image;
    }

    /** The smallest rectangle around all pixels that differ; one pixel where none does, as no picture is empty. */
    private static Rectangle change(BufferedImage one, BufferedImage other) {
        int[] a = pixels(one);
        int[] b = pixels(other);
        int width = one.getWidth();
        Rectangle changed = new Rectangle(-1, -1);
        for (int row = 0; row < one.getHeight(); row++) {
            int from = row * width;
            int left = Arrays.mismatch(a, from, from + width, b, from, from + width);
            if (left >= 0) {
                int right = width - 1;
                while (a[from + right] == b[from + right]) {
                    right--;
                }
                changed.add(new Rectangle(left, row, right - left + 1, 1));
            }
        }
        return changed.isEmpty() ? new Rectangle(1, 1) : changed;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Figures fill their ground: nothing is lost when see-through is not. */
    private static BufferedImage opaque(BufferedImage image, Rectangle part) {
        BufferedImage copy = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.drawImage(image, -part.x, -part.y, null);
        g.dispose();
        return copy;
    }

    private static void place(IIOMetadataNode root, Rectangle part) {
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", String.valueOf(part.x));
        descriptor.setAttribute("imageTopPosition", String.valueOf(part.y));
        descriptor.setAttribute("imageWidth", String.valueOf(part.width));
        descriptor.setAttribute("imageHeight", String.valueOf(part.height));
    }

    private static void time(IIOMetadataNode root, int hundredths) {
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(hundredths));
    }

    private static IIOMetadataNode rounds() {
        IIOMetadataNode rounds = new IIOMetadataNode("ApplicationExtension");
        rounds.setAttribute("applicationID", "NETSCAPE");
        rounds.setAttribute("authenticationCode", "2.0");
        rounds.setUserObject(FOR_EVER.clone());
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(rounds);
        return extensions;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void close() throws IOException {
        if (before != null) {
            writer.endWriteSequence();
        }
        stream.close();
        writer.dispose();
    }
}
