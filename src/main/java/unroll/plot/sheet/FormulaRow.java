package unroll.plot.sheet;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.tex.Formula;
import unroll.plot.tex.FormulaLayout;

/** A formula, broken before its summands where it is wider than its place, and set smaller where even that is too wide. */
public final class FormulaRow implements Row {
    private static final float SIZE = 16;
    private static final double ABOVE = 3;
    private static final double BELOW = 3;
    private static final double INDENT = 18;
    private static final float SMALLEST = 0.6f;

    private final List<FormulaLayout> summands = new ArrayList<>();
    private final List<String> sources;
    private final Role role;
    private final String text;

    /**
     * A formula.
     *
     * @param summands its TeX, cut where a line may end
     * @param text the same for screen readers
     */
    public FormulaRow(List<String> summands, Role role, String text) {
        this.sources = List.copyOf(summands);
        this.role = role;
        this.text = text;
        sources.forEach(tex -> this.summands.add(Formula.parse(tex).layout(SIZE)));
    }

    private record Line(List<FormulaLayout> parts) {
        double ascent() {
            return parts.stream().mapToDouble(FormulaLayout::ascent).max().orElse(0);
        }

        double height() {
            double descent =
                    parts.stream().mapToDouble(FormulaLayout::descent).max().orElse(0);
            return Math.ceil(ABOVE + ascent() + descent + BELOW);
        }
    }

    private List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        List<FormulaLayout> line = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < summands.size(); i++) {
            double room = width - (lines.isEmpty() ? 0 : INDENT);
            FormulaLayout part = summands.get(i);
            if (x > 0 && x + part.width() > room) {
                lines.add(new Line(line));
                line = new ArrayList<>();
                x = 0;
                room = width - INDENT;
            }
            part = fitting(i, room);
            line.add(part);
            x += part.width();
        }
        lines.add(new Line(line));
        return lines;
    }

    private FormulaLayout fitting(int summand, double room) {
        FormulaLayout layout = summands.get(summand);
        if (layout.width() <= room) {
            return layout;
        }
        float shrunk = (float) Math.max(SMALLEST, room / layout.width());
        return Formula.parse(sources.get(summand)).layout(SIZE * shrunk);
    }

    @Override
    public double height(double width) {
        return lines(width).stream().mapToDouble(Line::height).sum();
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        double top = place.y();
        boolean first = true;
        for (Line line : lines(place.width())) {
            double x = place.x() + (first ? 0 : INDENT);
            for (FormulaLayout part : line.parts()) {
                part.paint(g, x, top + ABOVE + Math.ceil(line.ascent()), palette.color(role));
                x += part.width();
            }
            top += line.height();
            first = false;
        }
    }

    @Override
    public String text() {
        return text;
    }
}
