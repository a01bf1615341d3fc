package unroll.plot.tex;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.TextLine;

/**
 * One line of text with formulas between dollar signs: titles of axes and lanes, names of curves. What is no formula
 * after all, such as a price in a run's name, is shown as it is written.
 */
public final class Caption {
    private final List<Piece> pieces;
    private final TextLine strut;

    private Caption(List<Piece> pieces, TextLine strut) {
        this.pieces = List.copyOf(pieces);
        this.strut = strut;
    }

    /** Text or a formula that can be drawn at a place. */
    private sealed interface Piece permits Words, Maths {
        double width();

        void draw(Graphics2D g, double x, double baseline, Color color);
    }

    private record Words(TextLine line) implements Piece {
        @Override
        public double width() {
            return line.width();
        }

        @Override
        public void draw(Graphics2D g, double x, double baseline, Color color) {
            line.draw(g, x, baseline, color);
        }
    }

    private record Maths(FormulaLayout layout) implements Piece {
        @Override
        public double width() {
            return layout.width();
        }

        @Override
        public void draw(Graphics2D g, double x, double baseline, Color color) {
            layout.paint(g, x, baseline, color);
        }
    }

    /** KaTeX letters are smaller than Roboto's at the same size. */
    private static final double MATHS_SCALE = 1.12;

    /**
     * Measures a caption.
     *
     * @param text may hold formulas, {@code "norm of $\partial L/\partial h_t$"}
     * @param face of the text around formulas
     * @param size px
     * @return the caption
     */
    public static Caption of(String text, Face face, double size) {
        List<Piece> pieces = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int open = rest.indexOf('$');
            int close = open < 0 ? -1 : closing(rest, open);
            if (close < 0) {
                pieces.add(new Words(TextLine.of(rest, face, size)));
                break;
            }
            if (open > 0) {
                pieces.add(new Words(TextLine.of(rest.substring(0, open), face, size)));
            }
            pieces.add(maths(rest.substring(open, close + 1), face, size));
            rest = rest.substring(close + 1);
        }
        return new Caption(pieces, TextLine.of("", face, size));
    }

    /**
     * The caption for files and screen readers.
     *
     * @param text as for {@link #of}
     * @return the text without dollar signs
     */
    public static String plain(String text) {
        return text.replace("$", "");
    }

    public double width() {
        return pieces.stream().mapToDouble(Piece::width).sum();
    }

    /** Height of capitals above the baseline, px. */
    public double ascent() {
        return strut.ascent();
    }

    /** Depth of descenders below the baseline, px. */
    public double descent() {
        return strut.descent();
    }

    /**
     * Draws the caption.
     *
     * @param g where to draw
     * @param x of the left end
     * @param baseline y of the baseline
     * @param color of all of it
     */
    public void draw(Graphics2D g, double x, double baseline, Color color) {
        double at = x;
        for (Piece piece : pieces) {
            piece.draw(g, at, baseline, color);
            at += piece.width();
        }
    }

    /** Draws the caption with its middle at {@code x}; see {@link #draw}. */
    public void drawCentered(Graphics2D g, double x, double baseline, Color color) {
        draw(g, x - width() / 2, baseline, color);
    }

    /** A sum of money has a blank before its dollar or a digit behind it. */
    private static int closing(String text, int open) {
        int close = text.indexOf('$', open + 1);
        boolean money = close > 0
                && (Character.isWhitespace(text.charAt(close - 1))
                        || close + 1 < text.length() && Character.isDigit(text.charAt(close + 1)));
        return money ? -1 : close;
    }

    private static Piece maths(String dollars, Face face, double size) {
        try {
            Formula formula = Formula.parse(dollars.substring(1, dollars.length() - 1));
            return new Maths(formula.layout((float) (size * MATHS_SCALE)));
        } catch (TexError notMeantAsFormula) {
            return new Words(TextLine.of(dollars, face, size));
        }
    }
}
