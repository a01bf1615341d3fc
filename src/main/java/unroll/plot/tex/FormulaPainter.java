package unroll.plot.tex;

import java.awt.Graphics2D;
import java.util.Optional;
import java.util.Set;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * A formula as a figure of its own, on a clear ground, its left end at {@link #PAD} and its baseline at {@link
 * #baseline()}.
 *
 * @param layout the formula at a size
 * @param role the colour of its symbols
 * @param lit where in the source the symbols begin that are brought out in the accent colour
 */
public record FormulaPainter(FormulaLayout layout, Role role, Set<Integer> lit) implements Painter {
    /** Room around the ink for slanted letters and smoothed edges, px. */
    public static final double PAD = 2;

    public FormulaPainter {
        lit = Set.copyOf(lit);
    }

    /** A symbol that was hit. */
    public record Target(Symbol symbol) implements Hit.Target {}

    public double width() {
        return Math.ceil(layout.width() + 2 * PAD);
    }

    public double height() {
        return Math.ceil(baseline() + layout.descent() + PAD);
    }

    /** y of the baseline, px. */
    public double baseline() {
        return Math.ceil(layout.ascent() + PAD);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        layout.paint(g, PAD, baseline(), symbol -> palette.color(lit.contains(symbol.start()) ? Role.ACCENT : role));
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return layout.at(x - PAD, y - baseline()).map(this::hit);
    }

    private Hit hit(Symbol symbol) {
        Box area = symbol.area().moved(PAD, baseline());
        return new Hit("", area, new Target(symbol));
    }
}
