package unroll.plot.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import unroll.plot.Face;
import unroll.plot.Fonts;

/**
 * Embeds the used part of bundled fonts once per document. Text in fonts of the system becomes outlines: PDFBox can't
 * embed the CFF fonts that Chinese characters often come from.
 */
final class PdfFonts extends PdfBoxGraphics2DFontTextDrawer {
    private static final Map<String, Face> FACES = new HashMap<>();

    static {
        for (Face face : Face.values()) {
            FACES.put(Fonts.of(face, 1).getFontName(), face);
        }
    }

    private final PDDocument document;
    private final Map<Face, PDFont> embedded = new EnumMap<>(Face.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /** A missing glyph would end the export, so such text is drawn as outlines too. */
    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
            throws IOException, FontFormatException {
        Font font = env.getFont();
        for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
            if (!font.canDisplay(c)) {
                return false;
            }
        }
        text.first();
        return super.canDrawText(text, env);
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
        Face face = FACES.get(font.getFontName());
        if (face == null) {
            return null;
        }
        PDFont known = embedded.get(face);
        if (known == null) {
            try (InputStream data = face.open()) {
                known = PDType0Font.load(document, data, true);
            }
            embedded.put(face, known);
        }
        return known;
    }
}
