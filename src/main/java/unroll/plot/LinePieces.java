package unroll.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut where a line may end: at blanks, and beside Chinese characters, which have none between them. A formula
 * between dollar signs stays whole, and so do marks with what they belong to.
 */
public final class LinePieces {
    private static final String NOT_FIRST = "，。、；：？！）》」』】”’…—%),.;:?!";
    private static final String NOT_LAST = "（《「『【“‘(";

    /**
     * A part of the text.
     *
     * @param afterBlank whether a blank goes before it, unless it begins a line
     */
    public record Piece(String text, boolean afterBlank) {}

    private LinePieces() {}

    public static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        boolean inFormula = false;
        boolean afterBlank = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i < text.length() && text.charAt(i) == ' ' && !inFormula;
            boolean ends = i == text.length() || blank || (!inFormula && i > start && mayBreak(text, i));
            if (ends && i > start) {
                pieces.add(new Piece(text.substring(start, i), afterBlank));
                afterBlank = false;
                start = i;
            }
            if (blank) {
                afterBlank = true;
                start = i + 1;
            }
            inFormula ^= i < text.length() && text.charAt(i) == '$';
        }
        return pieces;
    }

    private static boolean mayBreak(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return (isChinese(before) || isChinese(after)) && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0;
    }

    /** A Chinese character, or a mark as wide as one. */
    private static boolean isChinese(char letter) {
        return Character.isIdeographic(letter)
                || (letter >= '\u3000' && letter <= '\u303F')
                || (letter >= '\uFF00' && letter <= '\uFFEF');
    }
}
