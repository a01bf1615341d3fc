package unroll.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Bundled fonts at a size, and which of them can show a character, so that text is as wide on every machine. */
public final class Fonts {
    private static final Map<Face, Font> LOADED = new EnumMap<>(Face.class);

    private Fonts() {}

    /**
     * A bundled font.
     *
     * @param face which one
     * @param size height of the em square, px
     * @return the font; loaded from the program's files at the first call
     */
    public static Font of(Face face, double size) {
        return loaded(face).deriveFont((float) size);
    }

    /**
     * The bundled face for a character: the one asked for, else the symbols of formulas.
     *
     * @param codePoint the character
     * @param preferred the face of the text around it
     * @return empty when only the system's fonts may have it, as for Chinese characters
     */
    static Optional<Face> faceFor(int codePoint, Face preferred) {
        return Stream.of(preferred, Face.MATH)
                .filter(face -> loaded(face).canDisplay(codePoint))
                .findFirst();
    }

    /**
     * The system's font for characters that no bundled face has; Java2D falls back further by itself.
     *
     * @param like whose weight it follows
     * @param size px
     * @return a logical font
     */
    static Font ofSystem(Face like, double size) {
        int style = like == Face.BOLD || like == Face.MATH_BOLD ? Font.BOLD : Font.PLAIN;
        return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
    }

    private static synchronized Font loaded(Face face) {
        return LOADED.computeIfAbsent(face, Fonts::load);
    }

    private static Font load(Face face) {
        try (InputStream data = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, data);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font " + face + " can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + face + " can't be read", e);
        }
    }
}
