package unroll.plot.lanes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Legend;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;

/** What the colours and marks mean that no bar shows, in one line. */
record LaneKey(Wording wording) {
    static final double HEIGHT = 20;

    private static final double SWATCH_WIDTH = 16;
    private static final double SWATCH_HEIGHT = 10;
    private static final double BAR_WIDTH = 56;
    private static final double TEXT_SIZE = 10.5;
    private static final double TEXT_GAP = 5;
    private static final double ITEM_GAP = 16;

    /** Draws the line from {@code x} on with its middle half way down. */
    void paint(Graphics2D g, double x, double top, boolean gradients, Palette palette) {
        double y = top + (HEIGHT - SWATCH_HEIGHT) / 2;
        Box swatch = new Box(x, y, SWATCH_WIDTH, SWATCH_HEIGHT);
        Hatch.fill(g, swatch, palette);
        double at = label(g, swatch, wording.text("key.unknown"), palette);
        if (gradients) {
            at = paintGradientKey(g, new Box(at, y, SWATCH_WIDTH, SWATCH_HEIGHT), palette);
        }
        swatch = new Box(at, y, SWATCH_WIDTH, SWATCH_HEIGHT);
        fill(g, swatch, palette.color(Role.NAN));
        label(g, swatch, wording.text("key.nan"), palette);
    }

    private double paintGradientKey(Graphics2D g, Box first, Palette palette) {
        fill(g, first, palette.color(Role.SUBTLE));
        partialMark(g, first, palette);
        double at = label(g, first, wording.text("key.partial"), palette);
        ColorMap map = ColorMap.logMagnitude(palette);
        Box bar = new Box(at, first.y(), BAR_WIDTH, SWATCH_HEIGHT);
        new ColorBar(map).paintLying(g, bar);
        List<Legend.Tick> ticks = map.legend().ticks();
        String low = ticks.get(0).text();
        String high = ticks.get(ticks.size() - 1).text();
        at = label(g, bar, wording.text("key.gradients", low, high), palette);
        // the last colour off the scale is NaN's, which values have too
        for (Legend.Swatch off : map.legend().offScale().subList(0, 2)) {
            Box swatch = new Box(at, first.y(), SWATCH_WIDTH, SWATCH_HEIGHT);
            fill(g, swatch, new Color(off.argb()));
            at = label(g, swatch, off.text(), palette);
        }
        return at;
    }

    /** The corner that says "a part of the sum", in the top left of a column. */
    static void partialMark(Graphics2D g, Box column, Palette palette) {
        double size = Math.max(3, Math.min(8, Math.min(column.width(), column.height()) * 0.7));
        Path2D corner = new Path2D.Double();
        corner.moveTo(column.x(), column.y());
        corner.lineTo(column.x() + size, column.y());
        corner.lineTo(column.x(), column.y() + size);
        corner.closePath();
        g.setColor(palette.color(Role.FOREGROUND));
        g.fill(corner);
        g.setColor(palette.color(Role.BACKGROUND));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(corner);
    }

    private static void fill(Graphics2D g, Box box, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    /** Where the next item begins. */
    private static double label(Graphics2D g, Box swatch, String text, Palette palette) {
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(swatch.x(), swatch.y(), swatch.width(), swatch.height()));
        TextLine line = TextLine.of(text, Face.REGULAR, TEXT_SIZE);
        double baseline = swatch.y() + (swatch.height() + line.ascent()) / 2;
        line.draw(g, swatch.right() + TEXT_GAP, baseline, palette.color(Role.MUTED));
        return swatch.right() + TEXT_GAP + line.width() + ITEM_GAP;
    }
}
