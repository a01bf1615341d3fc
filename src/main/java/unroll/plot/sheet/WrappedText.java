package unroll.plot.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.TextLine;
import unroll.plot.tex.Caption;

/** Text with formulas between dollar signs, broken into lines where it is wider than its place. */
final class WrappedText {
    private final List<Caption> words = new ArrayList<>();
    private final double space;

    WrappedText(String text, Face face, double size) {
        this.space = TextLine.of(" ", face, size).width();
        int start = 0;
        boolean inFormula = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || (text.charAt(i) == ' ' && !inFormula);
            if (ends && i > start) {
                words.add(Caption.of(text.substring(start, i), face, size));
            }
            start = ends ? i + 1 : start;
            inFormula ^= i < text.length() && text.charAt(i) == '$';
        }
    }

    /** How many lines it takes, at least 1. */
    int lines(double width) {
        return lineStarts(width).size();
    }

    /** The width of the text on one line. */
    double width() {
        return words.stream().mapToDouble(Caption::width).sum() + space * Math.max(0, words.size() - 1);
    }

    private List<Integer> lineStarts(double width) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        double x = 0;
        for (int i = 0; i < words.size(); i++) {
            double wide = words.get(i).width();
            if (x > 0 && x + wide > width) {
                starts.add(i);
                x = 0;
            }
            x += wide + space;
        }
        return starts;
    }

    void paint(Graphics2D g, double x, double baseline, double width, double leading, Color color) {
        List<Integer> starts = lineStarts(width);
        for (int line = 0; line < starts.size(); line++) {
            int end = line + 1 < starts.size() ? starts.get(line + 1) : words.size();
            double at = x;
            for (Caption word : words.subList(starts.get(line), end)) {
                word.draw(g, at, baseline + line * leading, color);
                at += word.width() + space;
            }
        }
    }
}
