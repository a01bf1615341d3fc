package unroll.plot.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.LinePieces;
import unroll.plot.tex.Caption;

/**
 * A caption on as many lines as it needs, broken where a line may end.
 *
 * @param lines from the top
 */
public record WrappedCaption(List<Caption> lines) {
    public WrappedCaption {
        lines = List.copyOf(lines);
    }

    /** Breaks a text into lines of at most a width, px; a word that is longer stands alone. */
    public static WrappedCaption of(String text, Face face, double size, double width) {
        List<Caption> lines = new ArrayList<>();
        String line = "";
        for (LinePieces.Piece piece : LinePieces.of(text)) {
            String longer = line.isEmpty() ? piece.text() : line + (piece.afterBlank() ? " " : "") + piece.text();
            if (!line.isEmpty() && Caption.of(longer, face, size).width() > width) {
                lines.add(Caption.of(line, face, size));
                line = piece.text();
            } else {
                line = longer;
            }
        }
        lines.add(Caption.of(line, face, size));
        return new WrappedCaption(lines);
    }

    /**
     * Draws all lines.
     *
     * @param baseline of the first line
     * @param pitch from one baseline to the next, px
     */
    public void draw(Graphics2D g, double x, double baseline, double pitch, Color color) {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).draw(g, x, baseline + i * pitch, color);
        }
    }
}
