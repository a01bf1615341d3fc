package unroll.plot.export;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ErrorConstants;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGraphics2DIOException;

/** Keeps images, such as large heat maps, inside the file, as PNG; Batik's own encoder is a library of its own. */
final class SvgImages extends ImageHandlerBase64Encoder {

    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new SVGGraphics2DIOException(ErrorConstants.ERR_UNEXPECTED, e);
        }
    }
}
