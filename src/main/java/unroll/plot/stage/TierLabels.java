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
    private static final double LEAST_PITCH = 19;
    private static final double CROWDED_SIZE = 13;

    /** Of the distance to the next tier: with its indices a symbol is nearly twice as high as its letter. */
    private static final double SIZE_SHARE = 0.58;

    private static final double LEAST_SIZE = 10;
    private static final double CROWDED_GAP = 8;
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
                if (!isCrowded(index)) {
                    paintLabel(
                            g,
                            strip,
                            cell,
                            size(index),
                            highlighted.contains(strip.lane().id()));
                }
                new ColorBar(colors.of(strip))
                        .paint(g, layout.columns().right() + LEGEND_GAP, cell.y(), cell.height(), colors.palette());
            }
        }
        paintCrowded(g, highlighted);
        Box loss = layout.loss(first);
        Caption symbol = Caption.of("$L$", Face.REGULAR, SYMBOL_SIZE);
        symbol.draw(g, LEFT, loss.y() + (loss.height() + symbol.ascent()) / 2, color(highlighted.contains("L")));
    }

    /** Small enough that the names of tiers do not touch. */
    private double size(int tier) {
        int first = layout.columns().viewport().first();
        double pitch = Double.POSITIVE_INFINITY;
        if (tier > 0) {
            pitch = middle(tier - 1, first) - middle(tier, first);
        }
        if (tier + 1 < plan.tiers().size()) {
            pitch = Math.min(pitch, middle(tier, first) - middle(tier + 1, first));
        }
        return Math.max(LEAST_SIZE, Math.min(SYMBOL_SIZE, SIZE_SHARE * pitch));
    }

    private double middle(int tier, int t) {
        Box body = layout.body(tier, t);
        return body.y() + body.height() / 2;
    }

    /** Whether the cells of a tier lie closer than their names are high. */
    private boolean isCrowded(int tier) {
        int first = layout.columns().viewport().first();
        int strips = plan.tiers().get(tier).strips().size();
        return strips > 1
                && layout.cell(tier, 1, first).y() - layout.cell(tier, 0, first).y() < LEAST_PITCH;
    }

    /** One line for all vectors of a crowded tier, from top to bottom. */
    private void paintCrowded(Graphics2D g, Set<String> highlighted) {
        int first = layout.columns().viewport().first();
        for (int index = 0; index < plan.tiers().size(); index++) {
            if (!isCrowded(index)) {
                continue;
            }
            Box body = layout.body(index, first);
            double x = LEFT;
            for (LaneStrip strip : plan.tiers().get(index).strips()) {
                Caption symbol =
                        Caption.of("$" + strip.lane().tex() + "_t$", Face.REGULAR, Math.min(CROWDED_SIZE, size(index)));
                double baseline = body.y() + (body.height() + symbol.ascent()) / 2;
                boolean lit = highlighted.contains(strip.lane().id());
                symbol.draw(g, x, baseline, color(lit));
                x += symbol.width() + CROWDED_GAP;
            }
        }
    }

    private Color color(boolean lit) {
        return colors.palette().color(lit ? Role.ACCENT : Role.FOREGROUND);
    }

    private void paintLabel(Graphics2D g, LaneStrip strip, Box cell, double size, boolean lit) {
        Caption symbol = Caption.of("$" + strip.lane().tex() + "_t$", Face.REGULAR, size);
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
