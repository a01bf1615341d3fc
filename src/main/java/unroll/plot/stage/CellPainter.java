package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
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
    static final double CORNER = 7;
    private static final double RIM = 0.5;
    private static final BasicStroke OUTLINE = new BasicStroke(1.1f);

    /** Draws what is known, hatches what is not, and leaves out what never exists. */
    void paint(Graphics2D g, Box cell, LaneStrip strip, ColorMap map, int t, Role ground) {
        Completeness known = strip.vector().completeness(t);
        if (known == Completeness.ABSENT) {
            return;
        }
        if (known == Completeness.UNKNOWN) {
            Hatch.fill(g, cell, palette);
        } else {
            CellGrid grid = CellGrid.of(strip.units(), cell.width(), cell.height());
            fill(g, cell, grid, map, unit -> strip.vector().at(t, strip.firstUnit() + unit));
        }
        outline(g, cell, ground);
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
            g.fill(rectangle(grid.box(cell, place)));
        }
    }

    /** Rounds the corners off in the colour of the ground, which keeps clip paths out of vector files. */
    void outline(Graphics2D g, Box cell, Role ground) {
        RoundRectangle2D shape = round(cell);
        g.setColor(palette.color(ground));
        g.fill(corners(cell, shape.getArcWidth() / 2));
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(OUTLINE);
        g.draw(shape);
    }

    /** The four pieces that rounding cuts off, with a rim against what shows through between pixels. */
    private static Path2D corners(Box cell, double radius) {
        Path2D corners = new Path2D.Double();
        for (int side : new int[] {-1, 1}) {
            for (int end : new int[] {-1, 1}) {
                double x = (side < 0 ? cell.x() : cell.right()) + RIM * side;
                double y = (end < 0 ? cell.y() : cell.bottom()) + RIM * end;
                double dx = -side * (radius + RIM);
                double dy = -end * (radius + RIM);
                corners.moveTo(x, y);
                corners.lineTo(x + dx, y);
                corners.lineTo(x + dx, y - RIM * end);
                corners.quadTo(x - RIM * side, y - RIM * end, x - RIM * side, y + dy);
                corners.lineTo(x, y + dy);
                corners.closePath();
            }
        }
        return corners;
    }

    static RoundRectangle2D round(Box cell) {
        double corner = Math.min(CORNER, Math.min(cell.width(), cell.height()) * 0.6);
        return new RoundRectangle2D.Double(cell.x(), cell.y(), cell.width(), cell.height(), corner, corner);
    }

    static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
