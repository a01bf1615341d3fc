package unroll.plot.lanes;

import java.awt.Color;
import java.awt.Graphics2D;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.tex.Caption;

/**
 * The name of a lane: its symbol, and how many units, inputs or numbers it has or shows.
 *
 * @param width of the room beside the columns, px
 */
record LaneLabel(Wording wording, double width) {
    static final double LEFT = 16;

    private static final double SYMBOL_SIZE = 14;
    private static final double NOTE_SIZE = 10.5;
    private static final double LINE_GAP = 7;
    private static final double TIGHT_LINE_GAP = 6;
    private static final double RIGHT_GAP = 8;

    /** A lane at least so tall has its note under the symbol; a lower one beside it, px. */
    private static final double TWO_LINES = 24;

    private static final double ROOMY = 36;

    void paint(Graphics2D g, LaneStrip strip, double top, double height, boolean lit, Palette palette) {
        Caption symbol = Caption.of("$" + strip.lane().tex() + "$", Face.REGULAR, SYMBOL_SIZE);
        TextLine note = TextLine.of(note(strip, height), Face.REGULAR, NOTE_SIZE);
        Color color = palette.color(lit ? Role.ACCENT : Role.FOREGROUND);
        Color muted = palette.color(Role.MUTED);
        double middle = top + height / 2;
        if (height >= TWO_LINES) {
            double gap = height < ROOMY ? TIGHT_LINE_GAP : LINE_GAP;
            double block = symbol.ascent() + gap + note.ascent();
            double baseline = middle - block / 2 + symbol.ascent();
            symbol.draw(g, LEFT, baseline, color);
            note.draw(g, LEFT, baseline + gap + note.ascent(), muted);
            return;
        }
        symbol.draw(g, LEFT, middle + symbol.ascent() / 2, color);
        double room = width - RIGHT_GAP - LEFT - symbol.width() - RIGHT_GAP;
        if (note.width() <= room) {
            note.drawRight(g, width - RIGHT_GAP, middle + note.ascent() / 2, muted);
        }
    }

    private String note(LaneStrip strip, double height) {
        int units = strip.units();
        int rows = Math.min(units, Math.max(1, (int) height));
        if (rows < units) {
            return wording.text("unitsSampled", rows, units);
        }
        if (strip.lane().isGradient()) {
            return wording.text("logScale");
        }
        String one = kind(strip.lane().site());
        return units == 1 ? wording.text(one) : wording.text(one + "s", units);
    }

    /** Only a layer has units. */
    private static String kind(Site site) {
        if (site.quantity().equals(Quantity.INPUT)) {
            return "input";
        }
        return site.isHead() ? "number" : "unit";
    }
}
