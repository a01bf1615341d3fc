package unroll.plot.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntToDoubleFunction;
import unroll.debug.Completeness;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Hatch;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.LaneStrip;

/**
 * Draws one vector at one step as a small heat map.
 *
 * @param palette the theme
 */
record CellPainter(Palette palette) {
    /** Draws what is known, hatches what is not, and leaves out what never exists. */
    void paint(Graphics2D g, Box cell, LaneStrip strip, ColorMap map, int t, Role ground) {
        Completeness known = strip.vector().completeness(t);
        if (known == Completeness.ABSENT) {
            return;
        }
        if (known == Completeness.UNKNOWN) {
            Crisp.draw(g, () -> Hatch.fill(g, cell, palette));
        } else {
            CellGrid grid = CellGrid.of(strip.units(), cell.width(), cell.height());
            fill(g, cell, grid, map, unit -> strip.vector().at(t, strip.firstUnit() + unit));
        }
        new RoundFrame(cell).paint(g, palette.color(ground), palette.color(Role.BORDER));
    }

    /** Colours the units. */
    void fill(Graphics2D g, Box cell, CellGrid grid, ColorMap map, IntToDoubleFunction values) {
        Crisp.draw(g, () -> fillUnits(g, cell, grid, map, values));
    }

    private void fillUnits(Graphics2D g, Box cell, CellGrid grid, ColorMap map, IntToDoubleFunction values) {
        if (grid.shown() < grid.rows() * grid.columns()) {
            g.setColor(palette.color(Role.SUBTLE));
            g.fill(rectangle(cell));
        }
        for (int place = 0; place < grid.shown(); place++) {
            g.setColor(new Color(map.argb(values.applyAsDouble(grid.unit(place)))));
            Box unit = grid.box(cell, place);
            g.fill(new Rectangle2D.Double(
                    unit.x(), unit.y(), unit.width() + Crisp.OVERLAP, unit.height() + Crisp.OVERLAP));
        }
    }

    static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
