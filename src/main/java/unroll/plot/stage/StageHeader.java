package unroll.plot.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.debug.UnitName;
import unroll.plot.Face;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.tex.Caption;

/** The line above the stage or a cell: which line has just run, and what the width of an edge says. */
public record StageHeader(Network network, Wording wording, Palette palette) {
    /** Px. */
    public static final double HEIGHT = StageLayout.HEADER;

    /** Where it begins, px. */
    public static final double LEFT = 16;

    /** y of its baseline, px. */
    public static final double BASELINE = 25;

    /** Room between its parts, px. */
    public static final double GAP = 14;

    private static final double PHASE_SIZE = 12;
    private static final double LINE_SIZE = 15.5;

    private static final double WEDGE_WIDTH = 150;
    private static final double WEDGE_MARGIN = 22;
    private static final double TICK_SIZE = 10;
    private static final double[] TICKS = {1e-12, 1e-8, 1e-4, 1, 1e3};

    /** Draws the line that has just run; gives the place where it ends. */
    public double paintLine(Graphics2D g, double left, Optional<CurrentLine> current) {
        if (current.isEmpty()) {
            TextLine nothing = TextLine.of(wording.text("stage.start"), Face.REGULAR, PHASE_SIZE + 1);
            nothing.draw(g, left, BASELINE, palette.color(Role.MUTED));
            return left + nothing.width();
        }
        CurrentLine line = current.get();
        Color color = palette.color(line.role());
        TextLine phase = TextLine.of(wording.text("phase." + line.position().phase()), Face.BOLD, PHASE_SIZE);
        phase.draw(g, left, BASELINE, color);
        double x = left + phase.width() + GAP;
        if (line.step().isPresent()) {
            Caption step = Caption.of("$t = " + line.step().getAsInt() + "$", Face.REGULAR, PHASE_SIZE);
            step.draw(g, x, BASELINE, palette.color(Role.FOREGROUND));
            x += step.width() + GAP;
        }
        Optional<String> layer = UnitName.layer(network, line.position().line().chain());
        if (layer.isPresent()) {
            TextLine text = TextLine.of(wording.text("layer", layer.get()), Face.REGULAR, PHASE_SIZE);
            text.draw(g, x, BASELINE, palette.color(Role.MUTED));
            x += text.width() + GAP;
        }
        Caption formula = Caption.of("$" + line.position().line().tex() + "$", Face.REGULAR, LINE_SIZE);
        formula.draw(g, x, BASELINE, palette.color(Role.FOREGROUND));
        return x + formula.width();
    }

    /** A wedge as wide at each norm as an edge with that norm is, where there is room for it. */
    public void paintWidths(Graphics2D g, EdgeWidth widths, double from, double right) {
        Caption title = Caption.of(wording.text("stage.widths"), Face.REGULAR, TICK_SIZE + 1);
        double x = right - WEDGE_MARGIN - WEDGE_WIDTH;
        if (x - GAP - title.width() < from + GAP) {
            return;
        }
        double middle = StageLayout.HEADER / 2 - 5;
        double low = widths.of(EdgeWidth.LOW) / 2;
        double high = widths.widest() / 2;
        Path2D wedge = new Path2D.Double();
        wedge.moveTo(x, middle - low);
        wedge.lineTo(x + WEDGE_WIDTH, middle - high);
        wedge.lineTo(x + WEDGE_WIDTH, middle + high);
        wedge.lineTo(x, middle + low);
        wedge.closePath();
        g.setColor(palette.color(Role.BACKWARD, 0.8));
        g.fill(wedge);
        title.draw(g, x - GAP - title.width(), middle + title.ascent() / 2, palette.color(Role.MUTED));
        for (double tick : TICKS) {
            TextLine.of(NumberFormat.format(tick), Face.REGULAR, TICK_SIZE)
                    .drawCentered(
                            g,
                            x + EdgeWidth.share(tick) * WEDGE_WIDTH,
                            StageLayout.HEADER - 1,
                            palette.color(Role.MUTED));
        }
    }
}
