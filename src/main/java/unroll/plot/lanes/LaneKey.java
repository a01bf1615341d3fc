package unroll.plot.lanes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Hatch;
import unroll.plot.Legend;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;

/**
 * What the colours and marks of heat maps mean that no bar beside them shows.
 *
 * @param g where to draw
 * @param wording for the meanings
 * @param palette the theme
 */
public record LaneKey(Graphics2D g, Wording wording, Palette palette) {
    private static final double SWATCH = 16;
    private static final double BAR = 56;
    private static final double MOST_CORNER = 8;
    private static final double LEAST_CORNER = 3;
    private static final double CORNER_SHARE = 0.7;

    /** The key; what only gradients have is left out where there are none. */
    public KeyRow row(boolean gradients) {
        List<KeyRow.Item> items = new ArrayList<>();
        items.add(new KeyRow.Item(
                SWATCH, box -> outlined(box, () -> Hatch.fill(g, box, palette)), wording.text("key.unknown")));
        if (gradients) {
            addGradients(items);
        }
        items.add(swatch(palette.color(Role.NAN), wording.text("key.nan")));
        return new KeyRow(items);
    }

    private void addGradients(List<KeyRow.Item> items) {
        ColorMap map = ColorMap.logMagnitude(palette);
        Legend legend = map.legend();
        String low = legend.ticks().get(0).text();
        String high = legend.ticks().get(legend.ticks().size() - 1).text();
        items.add(new KeyRow.Item(
                BAR,
                box -> outlined(box, () -> new ColorBar(map).paintLying(g, box)),
                wording.text("key.gradients", low, high)));
        // the last colour off the scale is NaN's, which values have too
        for (Legend.Swatch off : legend.offScale().subList(0, legend.offScale().size() - 1)) {
            items.add(swatch(new Color(off.argb()), off.text()));
        }
        items.add(new KeyRow.Item(
                SWATCH,
                box -> outlined(box, () -> {
                    fill(box, palette.color(Role.SUBTLE));
                    partialMark(g, box, palette);
                }),
                wording.text("key.partial")));
    }

    private KeyRow.Item swatch(Color color, String text) {
        return new KeyRow.Item(SWATCH, box -> outlined(box, () -> fill(box, color)), text);
    }

    private void fill(Box box, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    private void outlined(Box box, Runnable content) {
        content.run();
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    /** The corner that says "a part of the sum", in the top left of a column. */
    public static void partialMark(Graphics2D g, Box column, Palette palette) {
        double room = CORNER_SHARE * Math.min(column.width(), column.height());
        double size = Math.max(LEAST_CORNER, Math.min(MOST_CORNER, room));
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
}
