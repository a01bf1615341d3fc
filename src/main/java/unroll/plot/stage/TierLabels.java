package unroll.plot.stage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
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

    /** What symbols may stand closer than they are high, as few are as high as the highest, px. */
    private static final double TOUCH = 3;

    private static final double NOTE_SIZE = 10.5;
    private static final double NOTE_GAP = 10;
    private static final double LEAST_FOR_NOTE = 32;
    private static final double LEGEND_GAP = 10;

    /** From one legend's number to the next. */
    private static final double LEGEND_LINE = 10;

    void paint(Graphics2D g, Set<String> highlighted) {
        paintLegends(g);
        paintNames(g, highlighted);
        Box loss = layout.loss(layout.columns().viewport().first());
        Caption symbol = Caption.of("$L$", Face.REGULAR, SYMBOL_SIZE);
        symbol.draw(g, LEFT, loss.y() + (loss.height() + symbol.ascent()) / 2, color(highlighted.contains("L")));
    }

    /** From the bottom up; what would touch the one below is left to the tip under the mouse. */
    private void paintLegends(Graphics2D g) {
        int first = layout.columns().viewport().first();
        double free = Double.POSITIVE_INFINITY;
        for (int index = 0; index < plan.tiers().size(); index++) {
            List<LaneStrip> strips = plan.tiers().get(index).strips();
            for (int i = strips.size() - 1; i >= 0; i--) {
                Box cell = layout.cell(index, i, first);
                double middle = cell.y() + cell.height() / 2;
                if (middle <= free) {
                    new ColorBar(colors.of(strips.get(i)))
                            .paint(g, layout.columns().right() + LEGEND_GAP, cell.y(), cell.height(), colors.palette());
                    free = middle - LEGEND_LINE;
                }
            }
        }
    }

    /** Likewise. */
    private void paintNames(Graphics2D g, Set<String> highlighted) {
        int first = layout.columns().viewport().first();
        double free = Double.POSITIVE_INFINITY;
        for (int index = 0; index < plan.tiers().size(); index++) {
            double half = size(index) / (2 * SIZE_SHARE);
            double middle = middle(index, first);
            if (middle + half > free + TOUCH) {
                continue;
            }
            free = middle - half;
            if (isCrowded(index)) {
                paintCrowded(g, index, highlighted);
            } else {
                List<LaneStrip> strips = plan.tiers().get(index).strips();
                for (int i = 0; i < strips.size(); i++) {
                    boolean lit = highlighted.contains(strips.get(i).lane().id());
                    paintLabel(g, strips.get(i), layout.cell(index, i, first), size(index), lit);
                }
            }
        }
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
    private void paintCrowded(Graphics2D g, int tier, Set<String> highlighted) {
        Box body = layout.body(tier, layout.columns().viewport().first());
        double x = LEFT;
        for (LaneStrip strip : plan.tiers().get(tier).strips()) {
            Caption symbol =
                    Caption.of("$" + strip.lane().tex() + "_t$", Face.REGULAR, Math.min(CROWDED_SIZE, size(tier)));
            double baseline = body.y() + (body.height() + symbol.ascent()) / 2;
            symbol.draw(g, x, baseline, color(highlighted.contains(strip.lane().id())));
            x += symbol.width() + CROWDED_GAP;
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
