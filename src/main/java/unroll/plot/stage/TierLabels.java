package unroll.plot.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Set;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.StripColors;
import unroll.plot.tex.Caption;

/** The names of the tiers on the left and the legends of their colours on the right. */
record TierLabels(StagePlan plan, StageLayout layout, Wording wording, StripColors colors) {
    private static final double LEFT = 16;
    private static final double SYMBOL_SIZE = 15;
    private static final double NOTE_SIZE = 10.5;
    private static final double NOTE_GAP = 10;
    private static final double LEAST_FOR_NOTE = 32;
    private static final double LEGEND_GAP = 10;

    void paint(Graphics2D g, Set<String> highlighted) {
        int first = layout.columns().viewport().first();
        for (int index = 0; index < plan.tiers().size(); index++) {
            Tier tier = plan.tiers().get(index);
            for (int i = 0; i < tier.strips().size(); i++) {
                LaneStrip strip = tier.strips().get(i);
                Box cell = layout.cell(index, i, first);
                paintLabel(g, strip, cell, highlighted.contains(strip.lane().id()));
                new ColorBar(colors.of(strip))
                        .paint(g, layout.columns().right() + LEGEND_GAP, cell.y(), cell.height(), colors.palette());
            }
        }
        Box loss = layout.loss(first);
        Caption symbol = Caption.of("$L$", Face.REGULAR, SYMBOL_SIZE);
        symbol.draw(g, LEFT, loss.y() + (loss.height() + symbol.ascent()) / 2, color(highlighted.contains("L")));
    }

    private Color color(boolean lit) {
        return colors.palette().color(lit ? Role.ACCENT : Role.FOREGROUND);
    }

    private void paintLabel(Graphics2D g, LaneStrip strip, Box cell, boolean lit) {
        Caption symbol = Caption.of("$" + strip.lane().tex() + "_t$", Face.REGULAR, SYMBOL_SIZE);
        double middle = cell.y() + cell.height() / 2;
        if (cell.height() < LEAST_FOR_NOTE) {
            symbol.draw(g, LEFT, middle + symbol.ascent() / 2, color(lit));
            return;
        }
        TextLine note = TextLine.of(note(strip, cell), Face.REGULAR, NOTE_SIZE);
        double baseline = middle - (symbol.ascent() + NOTE_GAP + note.ascent()) / 2 + symbol.ascent();
        symbol.draw(g, LEFT, baseline, color(lit));
        note.draw(g, LEFT, baseline + NOTE_GAP + note.ascent(), colors.palette().color(Role.MUTED));
    }

    private String note(LaneStrip strip, Box cell) {
        int shown = CellGrid.in(layout, strip.units(), cell).shown();
        if (shown < strip.units()) {
            return wording.text("unitsSampled", shown, strip.units());
        }
        return strip.units() == 1 ? wording.text("unit") : wording.text("units", strip.units());
    }
}
