package unroll.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of text, measured once and drawn anywhere. All text of the painters goes through here, so that fallback
 * fonts and exports are handled in one place.
 */
public final class TextLine {
    private final List<Run> runs;
    private final double width;
    private final double ascent;
    private final double descent;

    /**
     * Neighbouring characters of one font.
     *
     * @param text the characters
     * @param font the font that has them
     * @param x of their left end from the start of the line, px
     */
    public record Run(String text, Font font, double x) {}

    private TextLine(List<Run> runs, double width, double ascent, double descent) {
        this.runs = List.copyOf(runs);
        this.width = width;
        this.ascent = ascent;
        this.descent = descent;
    }

    /**
     * Measures a text.
     *
     * @param text one line; characters that the face lacks come from other fonts
     * @param face the font
     * @param size px
     * @return the line
     */
    public static TextLine of(String text, Face face, double size) {
        List<Run> runs = new ArrayList<>();
        double x = 0;
        for (int start = 0; start < text.length(); ) {
            Optional<Face> source = Fonts.faceFor(text.codePointAt(start), face);
            int end = endOfRun(text, start, source, face);
            String part = text.substring(start, end);
            Font font = source.map(found -> Fonts.of(found, size)).orElseGet(() -> Fonts.ofSystem(face, size));
            runs.add(new Run(part, font, x));
            x += font.getStringBounds(part, Rendering.TEXT).getWidth();
            start = end;
        }
        // the same for every text, so that lines stand level whatever they hold
        Rectangle2D tall =
                Fonts.of(face, size).createGlyphVector(Rendering.TEXT, "Hg").getVisualBounds();
        return new TextLine(runs, x, -tall.getMinY(), tall.getMaxY());
    }

    private static int endOfRun(String text, int start, Optional<Face> source, Face face) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!Fonts.faceFor(codePoint, face).equals(source)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** The pieces of the line by font, from left to right. */
    public List<Run> runs() {
        return runs;
    }

    public double width() {
        return width;
    }

    /** Height of capitals above the baseline, px. */
    public double ascent() {
        return ascent;
    }

    /** Depth of descenders below the baseline, px. */
    public double descent() {
        return descent;
    }

    /**
     * Draws the line.
     *
     * @param g where to draw
     * @param x of the left end
     * @param baseline y of the baseline
     * @param color of the text
     */
    public void draw(Graphics2D g, double x, double baseline, Color color) {
        g.setColor(color);
        for (Run run : runs) {
            g.setFont(run.font());
            g.drawString(run.text(), (float) (x + run.x()), (float) baseline);
        }
    }

    /** Draws the line with its middle at {@code x}; see {@link #draw}. */
    public void drawCentered(Graphics2D g, double x, double baseline, Color color) {
        draw(g, x - width / 2, baseline, color);
    }

    /** Draws the line with its right end at {@code x}; see {@link #draw}. */
    public void drawRight(Graphics2D g, double x, double baseline, Color color) {
        draw(g, x - width, baseline, color);
    }
}
