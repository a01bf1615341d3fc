package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Hatch;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;

/**
 * What the marks of the stage mean.
 *
 * @param g where to draw
 * @param layout tells which marks there are
 * @param truncated whether truncation cuts edges
 * @param wording for the meanings
 * @param palette the theme
 */
record StageKey(Graphics2D g, StageLayout layout, boolean truncated, Wording wording, Palette palette) {
    private static final double SWATCH = 16;

    KeyRow row(Optional<CurrentLine> current) {
        List<KeyRow.Item> items = new ArrayList<>();
        items.add(new KeyRow.Item(SWATCH, this::hatched, wording.text("key.unknown")));
        if (truncated) {
            items.add(new KeyRow.Item(SWATCH, this::cut, wording.text("key.cut")));
        }
        current.ifPresent(line -> {
            Color color = palette.color(line.role());
            items.add(ring(color, Dash.DASHED.stroke(Rings.READ_WIDTH), "key.read"));
            items.add(ring(color, new BasicStroke((float) Rings.WRITTEN_WIDTH), "key.written"));
        });
        if (current.isEmpty() || current.get().role() == Role.FORWARD) {
            items.add(edge(true, "key.used"));
            items.add(edge(false, "key.waiting"));
        } else {
            items.add(edge(false, "key.noGradient"));
            addUpward(items);
        }
        return new KeyRow(items);
    }

    private void addUpward(List<KeyRow.Item> items) {
        if (layout.detail() == StageDetail.CELLS && layout.upwardShare() < 1) {
            String percent = Long.toString(Math.round(100 * layout.upwardShare()));
            items.add(new KeyRow.Item(SWATCH, this::downwards, wording.text("key.upward", percent)));
        }
    }

    private void hatched(Box swatch) {
        Hatch.fill(g, swatch, palette);
        new RoundFrame(swatch).paint(g, palette.color(Role.BACKGROUND), palette.color(Role.BORDER));
    }

    private KeyRow.Item ring(Color color, BasicStroke stroke, String key) {
        return new KeyRow.Item(
                SWATCH,
                swatch -> {
                    g.setColor(color);
                    g.setStroke(stroke);
                    g.draw(new RoundFrame(swatch).ring(0));
                },
                wording.text(key));
    }

    private KeyRow.Item edge(boolean used, String key) {
        return new KeyRow.Item(
                SWATCH,
                swatch -> {
                    double y = swatch.y() + swatch.height() / 2;
                    new EdgePainter(palette, new EdgeWidth(1))
                            .paintValue(g, new Segment(swatch.x(), y, swatch.right(), y), used);
                },
                wording.text(key));
    }

    private void cut(Box swatch) {
        double y = swatch.y() + swatch.height() / 2;
        new EdgePainter(palette, new EdgeWidth(1)).paintCut(g, new Segment(swatch.x(), y, swatch.right(), y), false);
    }

    private void downwards(Box swatch) {
        double x = swatch.x() + swatch.width() / 2;
        Segment edge = new Segment(x, swatch.bottom(), x, swatch.y());
        new EdgePainter(palette, new EdgeWidth(5)).paintGradient(g, edge, EdgeWidth.HIGH, 1, 1);
    }
}
