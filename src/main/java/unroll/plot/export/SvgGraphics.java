package unroll.plot.export;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.font.TextAttribute;
import java.util.Map;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** Tells Batik the weight of bundled fonts, which AWT knows by their names only. */
final class SvgGraphics extends SVGGraphics2D {

    SvgGraphics(SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgGraphics(SvgGraphics parent) {
        super(parent);
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void setFont(Font font) {
        super.setFont(weighted(font));
    }

    private static Font weighted(Font font) {
        String name = font.getFontName();
        if (name.endsWith("Bold")) {
            return font.deriveFont(Map.of(TextAttribute.WEIGHT, TextAttribute.WEIGHT_BOLD));
        }
        return name.endsWith("Medium")
                ? font.deriveFont(Map.of(TextAttribute.WEIGHT, TextAttribute.WEIGHT_MEDIUM))
                : font;
    }
}
