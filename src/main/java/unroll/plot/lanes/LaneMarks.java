package unroll.plot.lanes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import unroll.debug.Completeness;
import unroll.debug.KnownNumbers;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;

/** What is drawn over the heat maps: the current column, reads and writes, partial sums, the selected unit. */
record LaneMarks(ColumnLayout columns, Palette palette) {
    /** Narrower columns get frames of this width all the same, px. */
    private static final double LEAST_FRAME = 4;

    private static final double HALO_OPACITY = 0.6;

    private static final BasicStroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke THICK = new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke HALO = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** The wash behind the current column. */
    void paintBand(Graphics2D g, int t, double top, double bottom) {
        if (columns.viewport().contains(t)) {
            Box column = widened(new Box(columns.x(t), top, columns.pitch(), bottom - top));
            g.setColor(palette.color(Role.ACCENT_SOFT));
            g.fill(shape(column));
        }
    }

    /** A corner on columns of which only a part of the sum is known. */
    void paintPartialSums(Graphics2D g, KnownNumbers vector, double top, double height) {
        for (int t = columns.viewport().first(); t <= columns.viewport().last(); t++) {
            if (vector.completeness(t) == Completeness.PARTIAL) {
                LaneKey.partialMark(g, new Box(columns.x(t), top, columns.pitch(), height), palette);
            }
        }
    }

    /** The current column in the accent colour; what the line read dashed and what it wrote solid in its phase's. */
    void paintLine(Graphics2D g, CurrentLine line, Lane lane, double top, double height) {
        line.step().ifPresent(t -> frame(g, t, top, height, THIN, palette.color(Role.ACCENT)));
        Color phase = palette.color(line.role());
        for (int t : line.read(lane)) {
            frame(g, t, top, height, HALO, palette.color(Role.BACKGROUND, HALO_OPACITY));
            frame(g, t, top, height, Dash.DASHED.stroke(1.6), phase);
        }
        line.written(lane).forEach(t -> frame(g, t, top, height, THICK, phase));
    }

    void paintSelected(Graphics2D g, int t, Box unit) {
        Box box = widened(unit.height() >= LEAST_FRAME ? unit : grown(unit));
        g.setColor(palette.color(Role.BACKGROUND));
        g.setStroke(HALO);
        g.draw(shape(box));
        g.setColor(palette.color(Role.FOREGROUND));
        g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(shape(box));
    }

    private void frame(Graphics2D g, int t, double top, double height, BasicStroke stroke, Color color) {
        if (columns.viewport().contains(t)) {
            g.setColor(color);
            g.setStroke(stroke);
            g.draw(shape(widened(new Box(columns.x(t), top, columns.pitch(), height))));
        }
    }

    private static Box widened(Box box) {
        double extra = Math.max(0, LEAST_FRAME - box.width());
        return new Box(box.x() - extra / 2, box.y(), box.width() + extra, box.height());
    }

    private static Box grown(Box box) {
        double extra = LEAST_FRAME - box.height();
        return new Box(box.x(), box.y() - extra / 2, box.width(), box.height() + extra);
    }

    private static Rectangle2D shape(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
