package unroll.plot.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import unroll.plot.Painter;
import unroll.plot.Rendering;
import unroll.plot.Size;

/** One page as large as the picture, with selectable text in embedded fonts. */
final class PdfWriter implements FigureWriter {
    /** A point is 1/72 inch. */
    private static final float POINTS_PER_PIXEL = 72f / Exporter.LOGICAL_DPI;

    /** Fixed, as PDFBox would make one up from the clock. */
    private static final long DOCUMENT_ID = 1;

    @Override
    public void write(Painter painter, Exporter settings, OutputStream out) throws IOException {
        float width = (float) settings.size().width();
        float height = (float) settings.size().height();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            if (!settings.lettering().origin().isEmpty()) {
                document.getDocumentInformation()
                        .setSubject(settings.lettering().origin());
            }
            PDPage page = new PDPage(new PDRectangle(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            try (PdfFonts fonts = new PdfFonts(document)) {
                g.setFontTextDrawer(fonts);
                draw(painter, g, settings);
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
                content.drawForm(g.getXFormObject());
            }
            document.save(out);
        }
    }

    private static void draw(Painter painter, PdfBoxGraphics2D g, Exporter settings) {
        Size size = settings.size();
        Rendering.prepare(g);
        settings.page(painter).paint(g, size.width(), size.height(), settings.palette());
    }
}
