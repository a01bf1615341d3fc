package unroll.plot.tex;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import unroll.plot.Box;

/** A formula at a size, ready to be drawn and asked. It never changes, so it is worth keeping. */
public final class FormulaLayout {
    private final Block block;
    private final Map<Mark.Span, Symbol> symbols;

    FormulaLayout(String source, Block block) {
        this.block = block;
        this.symbols = symbolsOf(source, block);
    }

    private static Map<Mark.Span, Symbol> symbolsOf(String source, Block block) {
        Map<Mark.Span, Symbol> found =
                new TreeMap<>(Comparator.comparingInt(Mark.Span::start).thenComparingInt(Mark.Span::end));
        for (Mark mark : block.marks()) {
            mark.span().ifPresent(span -> {
                Box area = found.containsKey(span) ? found.get(span).area().union(mark.area()) : mark.area();
                String text = source.substring(span.start(), span.end());
                found.put(span, new Symbol(text.strip(), span.start(), span.end(), area));
            });
        }
        return found;
    }

    /** Width, px. */
    public double width() {
        return block.width();
    }

    /** Height of the ink above the baseline, px. */
    public double ascent() {
        return block.ascent();
    }

    /** Depth of the ink below the baseline, px. */
    public double descent() {
        return block.descent();
    }

    /**
     * All symbols in the order of the source; one that holds others (a fraction's bar, brackets) comes before them.
     *
     * @return the symbols
     */
    public List<Symbol> symbols() {
        return List.copyOf(symbols.values());
    }

    /**
     * The symbol at a point, the smallest one where several lie.
     *
     * @param x px from the left end of the formula
     * @param y px from the baseline, negative above it
     * @return empty between symbols
     */
    public Optional<Symbol> at(double x, double y) {
        return symbols.values().stream()
                .filter(symbol -> symbol.area().contains(x, y))
                .min(Comparator.comparingDouble(
                        symbol -> symbol.area().width() * symbol.area().height()));
    }

    /**
     * Draws the formula in one colour.
     *
     * @param g where to draw
     * @param x of the left end
     * @param baseline y of the baseline
     * @param color of all symbols
     */
    public void paint(Graphics2D g, double x, double baseline, Color color) {
        paint(g, x, baseline, symbol -> color);
    }

    /**
     * Draws the formula with a colour for each symbol, to bring out some.
     *
     * @param g where to draw
     * @param x of the left end
     * @param baseline y of the baseline
     * @param colors gives each symbol its colour
     */
    public void paint(Graphics2D g, double x, double baseline, Function<Symbol, Color> colors) {
        for (Mark mark : block.marks()) {
            mark.span().map(symbols::get).map(colors).ifPresent(g::setColor);
            mark.paint(g, x, baseline);
        }
    }
}
