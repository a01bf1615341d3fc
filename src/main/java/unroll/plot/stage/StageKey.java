package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.CurrentLine;

/** What the marks of the stage mean, in one line under it. */
record StageKey(StageLayout layout, Wording wording, Palette palette) {
    static final double HEIGHT = 20;

    private static final double WIDTH = 16;
    private static final double TALL = 10;
    private static final double TEXT_SIZE = 10.5;
    private static final double TEXT_GAP = 5;
    private static final double ITEM_GAP = 16;

    void paint(Graphics2D g, double top, Optional<CurrentLine> current) {
        double y = top + (HEIGHT - TALL) / 2;
        Box swatch = new Box(layout.columns().left(), y, WIDTH, TALL);
        Hatch.fill(g, swatch, palette);
        new CellPainter(palette).outline(g, swatch, Role.BACKGROUND);
        double at = label(g, swatch, wording.text("key.unknown"));
        if (current.isPresent()) {
            Color color = palette.color(current.get().role());
            at = ring(g, new Box(at, y, WIDTH, TALL), color, Dash.DASHED.stroke(1.6), "key.read");
            at = ring(g, new Box(at, y, WIDTH, TALL), color, new BasicStroke(2.6f), "key.written");
        }
        boolean forward = current.isEmpty() || current.get().role() == Role.FORWARD;
        if (forward) {
            at = edge(g, new Box(at, y, WIDTH, TALL), true, wording.text("key.used"));
            edge(g, new Box(at, y, WIDTH, TALL), false, wording.text("key.waiting"));
            return;
        }
        at = edge(g, new Box(at, y, WIDTH, TALL), false, wording.text("key.noGradient"));
        if (layout.detail() != StageDetail.STRIPS && layout.upwardShare() < 1) {
            int percent = (int) Math.round(100 * layout.upwardShare());
            paintGradient(g, new Box(at, y, WIDTH, TALL), wording.text("key.upward", percent));
        }
    }

    private void paintGradient(Graphics2D g, Box swatch, String text) {
        double x = swatch.x() + swatch.width() / 2;
        Segment edge = new Segment(x, swatch.bottom(), x, swatch.y());
        new EdgePainter(palette, new EdgeWidth(5)).paintGradient(g, edge, EdgeWidth.HIGH, 1, 1);
        label(g, swatch, text);
    }

    private double ring(Graphics2D g, Box swatch, Color color, BasicStroke stroke, String key) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(CellPainter.round(swatch));
        return label(g, swatch, wording.text(key));
    }

    private double edge(Graphics2D g, Box swatch, boolean used, String text) {
        double y = swatch.y() + swatch.height() / 2;
        new EdgePainter(palette, new EdgeWidth(1)).paintValue(g, new Segment(swatch.x(), y, swatch.right(), y), used);
        return label(g, swatch, text);
    }

    /** Where the next item begins. */
    private double label(Graphics2D g, Box swatch, String text) {
        TextLine line = TextLine.of(text, Face.REGULAR, TEXT_SIZE);
        double baseline = swatch.y() + (swatch.height() + line.ascent()) / 2;
        line.draw(g, swatch.right() + TEXT_GAP, baseline, palette.color(Role.MUTED));
        return swatch.right() + TEXT_GAP + line.width() + ITEM_GAP;
    }
}
