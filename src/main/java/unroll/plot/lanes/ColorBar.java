package unroll.plot.lanes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Face;
import unroll.plot.Legend;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;

/** The legend of a colour map: an upright bar from the low end to the high one, with numbers beside it. */
public record ColorBar(ColorMap map) {
    private static final double WIDTH = 9;
    private static final double TEXT_SIZE = 10;
    private static final double TEXT_GAP = 5;
    private static final double LINE = 12;
    private static final double MOST_TEXT = 46;
    private static final int STEPS = 40;

    /** A bar shorter than this has one number, where its range can be told by one, px. */
    private static final double TWO_LINES = 22;

    /** Draws bar and numbers from {@code x} to the right. */
    public void paint(Graphics2D g, double x, double top, double height, Palette palette) {
        Box bar = new Box(x, top, WIDTH, height);
        paintUpright(g, bar);
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(1));
        g.draw(new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()));
        Color muted = palette.color(Role.MUTED);
        double textX = bar.right() + TEXT_GAP;
        List<Legend.Tick> ticks = map.legend().ticks();
        Legend.Tick low = ticks.get(0);
        Legend.Tick high = ticks.get(ticks.size() - 1);
        if (height < TWO_LINES) {
            TextLine range = TextLine.of(range(low, high), Face.REGULAR, TEXT_SIZE);
            if (range.width() <= MOST_TEXT) {
                range.draw(g, textX, top + (height + range.ascent()) / 2, muted);
            }
            return;
        }
        int stride = stride(ticks.size(), height);
        for (int i = 0; i < ticks.size(); i++) {
            if (i % stride == 0) {
                TextLine text = TextLine.of(ticks.get(i).text(), Face.REGULAR, TEXT_SIZE);
                double at = bar.bottom() - ticks.get(i).position() * bar.height();
                double baseline = at + text.ascent() / 2;
                // the ends stay within the bar's height
                double inside = Math.max(top + text.ascent(), Math.min(bar.bottom(), baseline));
                text.draw(g, textX, inside, muted);
            }
        }
    }

    private static String range(Legend.Tick low, Legend.Tick high) {
        return low.value() == -high.value() ? "±" + high.text() : low.text() + "…" + high.text();
    }

    /** Both ends always, the ticks between where all of them fit. */
    private static int stride(int ticks, double height) {
        for (int stride = 1; stride < ticks; stride++) {
            boolean reachesTheEnd = (ticks - 1) % stride == 0;
            if (reachesTheEnd && Math.floorDiv(ticks - 1, stride) * LINE <= height - LINE / 2) {
                return stride;
            }
        }
        return ticks - 1;
    }

    /** Draws the bar alone, lying, from the low end on the left to the high one. */
    public void paintLying(Graphics2D g, Box bar) {
        double step = bar.width() / STEPS;
        Crisp.draw(g, () -> {
            for (int i = 0; i < STEPS; i++) {
                fill(g, i, new Box(bar.x() + i * step, bar.y(), step, bar.height()));
            }
        });
    }

    private void paintUpright(Graphics2D g, Box bar) {
        double step = bar.height() / STEPS;
        Crisp.draw(g, () -> {
            for (int i = 0; i < STEPS; i++) {
                fill(g, i, new Box(bar.x(), bar.bottom() - (i + 1) * step, bar.width(), step));
            }
        });
    }

    /** Steps and no gradient paint, which vector files lose. */
    private void fill(Graphics2D g, int step, Box box) {
        g.setColor(new Color(map.argb(map.valueAt((step + 0.5) / STEPS))));
        g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }
}
