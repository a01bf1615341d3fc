package unroll.plot.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.LinePieces;
import unroll.plot.TextLine;
import unroll.plot.tex.Caption;

/** Text with formulas between dollar signs, broken into lines where it is wider than its place. */
final class WrappedText {
    /**
     * What stays together on a line.
     *
     * @param gap before it, unless it begins a line, px
     */
    private record Word(Caption caption, double gap) {}

    private final List<Word> words;

    WrappedText(String text, Face face, double size) {
        double blank = TextLine.of(" ", face, size).width();
        words = LinePieces.of(text).stream()
                .map(piece -> new Word(Caption.of(piece.text(), face, size), piece.afterBlank() ? blank : 0))
                .toList();
    }

    /** How many lines it takes, at least 1. */
    int lines(double width) {
        return lineStarts(width).size();
    }

    /** The width of the text on one line. */
    double width() {
        return words.stream()
                .mapToDouble(word -> word.caption().width() + word.gap())
                .sum();
    }

    private List<Integer> lineStarts(double width) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        double x = 0;
        for (int i = 0; i < words.size(); i++) {
            double wide = words.get(i).caption().width();
            double gap = x > 0 ? words.get(i).gap() : 0;
            if (x > 0 && x + gap + wide > width) {
                starts.add(i);
                x = 0;
                gap = 0;
            }
            x += gap + wide;
        }
        return starts;
    }

    void paint(Graphics2D g, double x, double baseline, double width, double leading, Color color) {
        List<Integer> starts = lineStarts(width);
        for (int line = 0; line < starts.size(); line++) {
            int end = line + 1 < starts.size() ? starts.get(line + 1) : words.size();
            double at = x;
            for (Word word : words.subList(starts.get(line), end)) {
                at += at > x ? word.gap() : 0;
                word.caption().draw(g, at, baseline + line * leading, color);
                at += word.caption().width();
            }
        }
    }
}
