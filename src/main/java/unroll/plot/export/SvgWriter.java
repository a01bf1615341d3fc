package unroll.plot.export;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Rendering;
import unroll.plot.Size;

/** Vectors with real text. Fonts are named, not embedded, with what may stand in for them. */
final class SvgWriter implements FigureWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FONT_FAMILY = "font-family";

    /** Decimals of a coordinate, px. */
    private static final int PRECISION = 2;

    @Override
    public void write(Painter painter, Exporter settings, OutputStream out) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(PRECISION);
        context.setComment("Unroll");
        context.setImageHandler(new SvgImages());
        SvgGraphics g = new SvgGraphics(context);
        Size size = settings.size();
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(size.width()), (int) Math.ceil(size.height())));
        Rendering.prepare(g);
        settings.page(painter).paint(g, size.width(), size.height(), settings.palette());
        Element root = g.getRoot();
        complete(root, settings);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        StringWriter text = new StringWriter();
        g.stream(root, text, false, false);
        // readers would fetch the outdated DTD that Batik names
        writer.write(text.toString().replaceFirst("<!DOCTYPE[^>]*>\\s*", ""));
        writer.flush();
    }

    private static void complete(Element root, Exporter settings) {
        String width = NumberFormat.exact(settings.size().width());
        String height = NumberFormat.exact(settings.size().height());
        root.setAttribute("width", width);
        root.setAttribute("height", height);
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        nameFallbacks(root);
        if (!settings.lettering().origin().isEmpty()) {
            Element description = root.getOwnerDocument().createElementNS(NAMESPACE, "desc");
            description.setTextContent(settings.lettering().origin());
            root.insertBefore(description, root.getFirstChild());
        }
    }

    private static void nameFallbacks(Element element) {
        String family = element.getAttribute(FONT_FAMILY);
        if (family.contains("Dialog")) {
            element.setAttribute(FONT_FAMILY, "sans-serif");
        } else if (family.contains("Roboto")) {
            element.setAttribute(FONT_FAMILY, "Roboto, Arial, sans-serif");
        } else if (family.contains("KaTeX")) {
            element.setAttribute(FONT_FAMILY, "KaTeX_Main, 'Latin Modern Math', serif");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                nameFallbacks(inner);
            }
        }
    }
}
