package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.StripColors;
import unroll.plot.lanes.UnitText;
import unroll.plot.tex.Caption;

/** Where the loss is read: a marker above the output, and the target beside it. */
final class LossMarkers {
    /** Share of a cell's width that the target beside it takes. */
    private static final double TARGET_SHARE = 0.5;

    private static final double TARGET_GAP = 5;
    private static final double LEAST_TARGET = 2;
    private static final double TEXT_SIZE = 10.5;
    private static final double VALUE_SIZE = 11;
    private static final double VALUE_GAP = 5;

    /** Narrower columns have no room for letters, px. */
    private static final double LETTERS = 11;

    private static final double CORNER = 5;

    private final Knowledge knowledge;
    private final int row;
    private final StagePlan plan;
    private final StageLayout layout;
    private final KnownVector loss;

    LossMarkers(Knowledge knowledge, int row, StagePlan plan, StageLayout layout) {
        this.knowledge = knowledge;
        this.row = row;
        this.plan = plan;
        this.layout = layout;
        this.loss = knowledge.values(Site.head(Quantity.LOSS), row);
    }

    KnownVector loss() {
        return loss;
    }

    boolean hasLossAt(int t) {
        return t > 0 && knowledge.trace().hasLossAt(t);
    }

    void paint(Graphics2D g, OptionalInt current, StripColors colors) {
        Palette palette = colors.palette();
        int last = layout.columns().viewport().last();
        for (int t = layout.columns().viewport().first(); t <= last; t++) {
            if (hasLossAt(t)) {
                paintTarget(g, t, colors);
                paintMarker(g, t, palette);
                boolean only = !knowledge.trace().network().loss().atEveryStep();
                if (loss.isKnown(t) && (only || current.isPresent() && current.getAsInt() == t)) {
                    paintValue(g, t, palette);
                }
            }
        }
    }

    private void paintMarker(Graphics2D g, int t, Palette palette) {
        Box box = layout.loss(t);
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), CORNER, CORNER);
        boolean known = loss.isKnown(t);
        g.setColor(palette.color(known ? Role.FOREGROUND : Role.BACKGROUND));
        g.fill(shape);
        g.setColor(palette.color(known ? Role.FOREGROUND : Role.BORDER));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(shape);
        if (layout.columns().pitch() >= LETTERS) {
            TextLine letter = TextLine.of("L", Face.BOLD, TEXT_SIZE);
            Color color = palette.color(known ? Role.BACKGROUND : Role.MUTED);
            letter.drawCentered(g, box.x() + box.width() / 2, box.y() + (box.height() + letter.ascent()) / 2, color);
        }
    }

    private void paintValue(Graphics2D g, int t, Palette palette) {
        Box box = layout.loss(t);
        TextLine value = TextLine.of(NumberFormat.format(loss.at(t, 0)), Face.MEDIUM, VALUE_SIZE);
        Color color = palette.color(Role.FOREGROUND);
        boolean isCrowded = t < layout.columns().viewport().last()
                && hasLossAt(t + 1)
                && layout.loss(t + 1).x() < box.right() + 2 * VALUE_GAP + value.width();
        if (isCrowded) {
            value.drawCentered(g, box.x() + box.width() / 2, box.y() - VALUE_GAP, color);
        } else {
            double baseline = box.y() + (box.height() + value.ascent()) / 2;
            value.draw(g, box.right() + VALUE_GAP, baseline, color);
        }
    }

    /** Where the target of a step stands. */
    Box target(int t) {
        int tier = plan.tiers().size() - 1;
        Box cell = layout.cell(tier, 0, t);
        double gap = layout.detail() == StageDetail.CELLS ? TARGET_GAP : 0;
        return new Box(
                cell.right() + gap, cell.y(), Math.max(LEAST_TARGET, cell.width() * TARGET_SHARE), cell.height());
    }

    private void paintTarget(Graphics2D g, int t, StripColors colors) {
        Palette palette = colors.palette();
        Box box = target(t);
        boolean classes = knowledge.trace().network().loss().kind().classifies();
        LaneStrip outputs = plan.tiers().get(plan.tiers().size() - 1).strips().get(0);
        ColorMap map = classes ? ColorMap.sequential(Range.UNIT, palette) : colors.of(outputs);
        Network network = knowledge.trace().network();
        CellGrid grid = CellGrid.of(network.outputSize(), box.width(), box.height());
        new CellPainter(palette).fill(g, box, grid, map, unit -> target(t, unit));
        if (layout.detail() == StageDetail.CELLS) {
            g.setColor(palette.color(Role.FOREGROUND));
            g.setStroke(Dash.DOTTED.stroke(1.2));
            g.draw(CellPainter.rectangle(box));
            Caption label = Caption.of("$y^*$", Face.REGULAR, TEXT_SIZE);
            label.drawCentered(g, box.x() + box.width() / 2, box.y() - VALUE_GAP, palette.color(Role.MUTED));
        }
    }

    /** What the target says at a point; empty beside it. */
    Optional<Hit> targetHit(int t, double x, double y, UnitText text) {
        Box box = target(t);
        if (!box.contains(x, y)) {
            return Optional.empty();
        }
        CellGrid grid = CellGrid.of(knowledge.trace().network().outputSize(), box.width(), box.height());
        int unit = grid.unit(grid.placeAt(box, x, y));
        String name = text.targetName(t, unit);
        String value = NumberFormat.format(target(t, unit));
        return Optional.of(new Hit(name + " = " + value, grid.box(box, unit), new StepTarget(t)));
    }

    /** The wished output of a unit; for classes 1 for the right one and 0 for the others. */
    double target(int t, int unit) {
        Trace trace = knowledge.trace();
        if (trace.network().loss().kind().classifies()) {
            return trace.targetClass(t, row) == unit ? 1 : 0;
        }
        return trace.target(t, row, unit);
    }
}
