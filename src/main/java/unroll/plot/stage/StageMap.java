package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import unroll.core.model.Site;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Viewport;

/**
 * Says which of the steps are shown: a strip of all of them, with what has run forwards in its upper half and the
 * gradient of the top layer's state in its lower one, and a window around the shown columns. Where all steps are shown,
 * it says at what price.
 */
record StageMap(Knowledge knowledge, int row, Wording wording) {
    static final double HEIGHT = 20;

    private static final double STRIP_HEIGHT = 11;
    private static final double LEFT = 16;
    private static final double TEXT_SIZE = 10.5;
    private static final double TEXT_GAP = 4;
    private static final double FORWARD_SHARE = 0.36;

    void paint(Graphics2D g, StageLayout layout, OptionalInt current, Palette palette) {
        ColumnLayout columns = layout.columns();
        Viewport viewport = columns.viewport();
        double top = layout.mapTop();
        double baseline = top + HEIGHT / 2 + 4;
        if (viewport.isWhole()) {
            TextLine.of(note(layout), Face.REGULAR, TEXT_SIZE)
                    .draw(g, columns.left(), baseline, palette.color(Role.MUTED));
            return;
        }
        TextLine range = range(viewport, columns.left() - LEFT - TEXT_GAP);
        range.draw(g, LEFT, baseline, palette.color(Role.FOREGROUND));
        Box strip = strip(columns, top);
        paintStrip(g, strip, viewport.steps(), palette);
        double pitch = strip.width() / (viewport.steps() + 1);
        g.setColor(palette.color(Role.FOREGROUND));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Rectangle2D.Double(
                strip.x() + viewport.first() * pitch, strip.y() - 2, viewport.count() * pitch, strip.height() + 4));
        current.ifPresent(t -> {
            g.setColor(palette.color(Role.ACCENT));
            double width = Math.max(2, pitch);
            g.fill(new Rectangle2D.Double(
                    strip.x() + (t + 0.5) * pitch - width / 2, strip.y() - 3, width, strip.height() + 6));
        });
    }

    private static Box strip(ColumnLayout columns, double top) {
        return new Box(
                columns.left(), top + (HEIGHT - STRIP_HEIGHT) / 2, columns.right() - columns.left(), STRIP_HEIGHT);
    }

    /** The step that the strip shows at a place; empty beside it and where all steps are shown anyway. */
    static OptionalInt stepAt(StageLayout layout, double x, double y) {
        Viewport viewport = layout.columns().viewport();
        Box strip = strip(layout.columns(), layout.mapTop());
        if (viewport.isWhole() || !strip.contains(x, y)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) ((x - strip.x()) / strip.width() * (viewport.steps() + 1)));
    }

    private void paintStrip(Graphics2D g, Box strip, int steps, Palette palette) {
        Site state = new Site(
                knowledge.trace().network().layers() - 1,
                knowledge.trace().network().cell().output());
        KnownVector values = knowledge.values(state, row);
        KnownVector gradients = knowledge.gradients(state, row);
        ColorMap map = ColorMap.logMagnitude(palette);
        double upper = strip.height() * FORWARD_SHARE;
        for (int x = 0; x < (int) strip.width(); x++) {
            int t = (int) ((x + 0.5) / strip.width() * (steps + 1));
            g.setColor(palette.color(values.isKnown(t) ? Role.FORWARD : Role.SUBTLE));
            g.fill(new Rectangle2D.Double(strip.x() + x, strip.y(), 1, upper));
            g.setColor(gradients.isKnown(t) ? new Color(map.argb(gradients.norm(t))) : palette.color(Role.SUBTLE));
            g.fill(new Rectangle2D.Double(strip.x() + x, strip.y() + upper, 1, strip.height() - upper));
        }
    }

    /** In fewer letters where the steps have many digits. */
    private TextLine range(Viewport viewport, double room) {
        Object[] steps = {viewport.first(), viewport.last(), viewport.steps()};
        TextLine range = TextLine.of(wording.text("stage.window", steps), Face.MEDIUM, TEXT_SIZE);
        return range.width() <= room
                ? range
                : TextLine.of(wording.text("stage.windowShort", steps), Face.MEDIUM, TEXT_SIZE);
    }

    /** The price of showing all steps; nothing where they have room. */
    private String note(StageLayout layout) {
        int steps = layout.columns().viewport().steps();
        int pixels = (int) (layout.columns().right() - layout.columns().left());
        if (layout.detail() == StageDetail.CELLS) {
            return "";
        }
        return pixels > steps ? wording.text("stage.strips", steps) : wording.text("stage.sampled", pixels, steps);
    }
}
