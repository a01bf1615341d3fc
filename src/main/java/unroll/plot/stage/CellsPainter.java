package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.StripColors;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.Viewport;

/**
 * Draws the cells of all tiers.
 *
 * @param layout where they stand
 * @param current the banded column
 * @param colors of the numbers
 */
record CellsPainter(StageLayout layout, OptionalInt current, StripColors colors) {
    /** Smaller units get a frame of this size all the same, px. */
    private static final double LEAST_FRAME = 5;

    private static final BasicStroke FRAME = new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke HALO = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    void paint(Graphics2D g) {
        for (int tier = 0; tier < layout.tiers().size(); tier++) {
            paintBodies(g, tier);
            for (int strip = 0; strip < layout.tiers().get(tier).strips().size(); strip++) {
                paintStrip(g, tier, strip);
            }
        }
    }

    /** Several states of one cell stand in one frame; a layer that runs backwards has none before the first step. */
    private void paintBodies(Graphics2D g, int tier) {
        if (layout.bodyMargin(tier) == 0) {
            return;
        }
        Palette palette = colors.palette();
        Viewport shown = layout.columns().viewport();
        LaneStrip first = layout.tiers().get(tier).strips().get(0);
        for (int t = shown.first(); t <= shown.last(); t++) {
            if (first.vector().progress(t).isPresent()) {
                Crisp.fill(g, layout.body(tier, t), palette.color(Role.SUBTLE));
                new RoundFrame(layout.body(tier, t)).paint(g, palette.color(ground(t)), palette.color(Role.BORDER));
            }
        }
    }

    private void paintStrip(Graphics2D g, int tier, int index) {
        LaneStrip strip = layout.tiers().get(tier).strips().get(index);
        Viewport shown = layout.columns().viewport();
        if (layout.detail() == StageDetail.STRIPS) {
            Box cell = layout.cell(tier, index, shown.first());
            strip.heatMap(colors).paint(g, layout.columns(), cell.y(), cell.height(), colors.palette());
            return;
        }
        ColorMap map = colors.of(strip);
        boolean inBody = layout.bodyMargin(tier) > 0;
        CellPainter cells = new CellPainter(colors.palette());
        for (int t = shown.first(); t <= shown.last(); t++) {
            cells.paint(g, layout.cell(tier, index, t), strip, map, t, inBody ? Role.SUBTLE : ground(t));
        }
    }

    private Role ground(int t) {
        return current.isPresent() && current.getAsInt() == t ? Role.ACCENT_SOFT : Role.BACKGROUND;
    }

    void paintSelected(Graphics2D g, UnitTarget selected) {
        for (int tier = 0; tier < layout.tiers().size(); tier++) {
            for (int index = 0; index < layout.tiers().get(tier).strips().size(); index++) {
                LaneStrip strip = layout.tiers().get(tier).strips().get(index);
                boolean here = strip.lane().site().equals(selected.site())
                        && layout.columns().viewport().contains(selected.t());
                if (here) {
                    frame(g, unitBox(tier, index, selected.t(), selected.unit()));
                }
            }
        }
    }

    private Box unitBox(int tier, int index, int t, int unit) {
        LaneStrip strip = layout.tiers().get(tier).strips().get(index);
        Box cell = layout.cell(tier, index, t);
        CellGrid grid = CellGrid.in(layout, strip.units(), cell);
        return grid.box(cell, grid.place(unit));
    }

    private void frame(Graphics2D g, Box unit) {
        double dx = Math.max(0, LEAST_FRAME - unit.width()) / 2;
        double dy = Math.max(0, LEAST_FRAME - unit.height()) / 2;
        Rectangle2D box = CellPainter.rectangle(
                new Box(unit.x() - dx, unit.y() - dy, unit.width() + 2 * dx, unit.height() + 2 * dy));
        g.setColor(colors.palette().color(Role.BACKGROUND));
        g.setStroke(HALO);
        g.draw(box);
        g.setColor(colors.palette().color(Role.FOREGROUND));
        g.setStroke(FRAME);
        g.draw(box);
    }
}
