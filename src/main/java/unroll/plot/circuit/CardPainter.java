package unroll.plot.circuit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import unroll.debug.Completeness;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Hatch;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.LaneKey;
import unroll.plot.lanes.StripColors;

/**
 * Draws the numbers of vectors: heat strips, and bars from closed to open for gates.
 *
 * @param colors of the numbers
 * @param backward whether gradients stand beside the values
 */
record CardPainter(StripColors colors, boolean backward) {
    private static final double CORNER = 7;

    /** Of the room for numbers, where gradients take a part of it. */
    private static final double VALUE_SHARE = 0.6;

    private static final double BETWEEN = 3;
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke FRAME = new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke HALO = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double LEAST_FRAME = 4;

    private Palette palette() {
        return colors.palette();
    }

    static RoundRectangle2D outline(Box box) {
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * CORNER, 2 * CORNER);
    }

    void paintGround(Graphics2D g, Box box, boolean lit) {
        g.setColor(palette().color(Role.SURFACE));
        g.fill(outline(box));
        g.setColor(palette().color(lit ? Role.ACCENT : Role.BORDER));
        g.setStroke(lit ? FRAME : THIN);
        g.draw(outline(box));
    }

    /** The place of a card's values or gradients. */
    Box strip(Box card, boolean gradient) {
        double pad = NodeSizes.CARD_PAD + 1;
        Box room = new Box(
                card.x() + pad,
                card.y() + NodeSizes.NAME_HEIGHT,
                card.width() - 2 * pad,
                card.height() - NodeSizes.NAME_HEIGHT - pad);
        if (!backward) {
            return room;
        }
        double value = Math.rint((room.height() - BETWEEN) * VALUE_SHARE);
        return gradient
                ? new Box(room.x(), room.y() + value + BETWEEN, room.width(), room.height() - value - BETWEEN)
                : new Box(room.x(), room.y(), room.width(), value);
    }

    void paintNumbers(Graphics2D g, Box box, Card card) {
        paintStrip(g, strip(box, false), card, false);
        if (backward) {
            paintStrip(g, strip(box, true), card, true);
        }
    }

    private void paintStrip(Graphics2D g, Box strip, Card card, boolean gradient) {
        Completeness known = card.completeness(gradient);
        if (known == Completeness.ABSENT) {
            return;
        }
        Crisp.draw(g, () -> {
            if (!card.isKnown(gradient)) {
                Hatch.fill(g, strip, palette());
            } else {
                paintUnits(g, new UnitRow(card.units(), strip), card, gradient);
            }
        });
        g.setColor(palette().color(Role.BORDER));
        g.setStroke(THIN);
        g.draw(rectangle(strip));
        if (known == Completeness.PARTIAL) {
            LaneKey.partialMark(g, strip, palette());
        }
    }

    private void paintUnits(Graphics2D g, UnitRow row, Card card, boolean gradient) {
        if (card.isGate() && !gradient) {
            g.setColor(palette().color(Role.BACKGROUND));
            g.fill(rectangle(row.box()));
            row.bars(g, unit -> card.at(false, unit), unit -> argb(card, false, unit));
        } else {
            row.fill(g, unit -> argb(card, gradient, unit));
        }
    }

    private int argb(Card card, boolean gradient, int unit) {
        return colors.of(card.strip(gradient, unit)).argb(card.at(gradient, unit));
    }

    /** The numbers of a vector that has no name. */
    void paintTerm(Graphics2D g, Box strip, double[] values, ColorMap map) {
        Crisp.draw(g, () -> new UnitRow(values.length, strip).fill(g, unit -> map.argb(values[unit])));
        g.setColor(palette().color(Role.BORDER));
        g.setStroke(THIN);
        g.draw(rectangle(strip));
    }

    void paintUnknown(Graphics2D g, Box strip) {
        Crisp.draw(g, () -> Hatch.fill(g, strip, palette()));
        g.setColor(palette().color(Role.BORDER));
        g.setStroke(THIN);
        g.draw(rectangle(strip));
    }

    /** A frame around one number. */
    void paintSelected(Graphics2D g, Box unit) {
        double more = Math.max(0, LEAST_FRAME - unit.width()) / 2;
        Rectangle2D frame = rectangle(new Box(unit.x() - more, unit.y(), unit.width() + 2 * more, unit.height()));
        stroke(g, frame, HALO, palette().color(Role.BACKGROUND));
        stroke(g, frame, FRAME, palette().color(Role.FOREGROUND));
    }

    private static void stroke(Graphics2D g, Rectangle2D shape, BasicStroke stroke, Color color) {
        g.setStroke(stroke);
        g.setColor(color);
        g.draw(shape);
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
