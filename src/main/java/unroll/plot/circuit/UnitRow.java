package unroll.plot.circuit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import unroll.plot.Box;

/**
 * Units side by side from left to right; where they would be narrower than a pixel, evenly chosen ones.
 *
 * @param units of the vector
 * @param box the place of all
 */
record UnitRow(int units, Box box) {
    private static final double LEAST_WIDTH = 1;

    /** Bars this wide or wider stand apart, px. */
    private static final double WIDE = 3;

    private static final double LEAST_BAR = 1;

    int shown() {
        return Math.min(units, Math.max(1, (int) (box.width() / LEAST_WIDTH)));
    }

    int unit(int place) {
        return shown() == units ? place : (int) ((place + 0.5) * units / shown());
    }

    private int place(int unit) {
        return shown() == units ? unit : Math.min(shown() - 1, unit * shown() / units);
    }

    /** The unit at an x within the box. */
    int unitAt(double x) {
        int place = (int) ((x - box.x()) / box.width() * shown());
        return unit(Math.max(0, Math.min(shown() - 1, place)));
    }

    /** The place of the unit, or of the nearest that is shown. */
    Box boxOf(int unit) {
        return atPlace(place(unit));
    }

    private Box atPlace(int place) {
        double width = box.width() / shown();
        return new Box(box.x() + place * width, box.y(), width, box.height());
    }

    /** Fills the place of each unit. */
    void fill(Graphics2D g, IntUnaryOperator argb) {
        for (int place = 0; place < shown(); place++) {
            fill(g, atPlace(place), argb.applyAsInt(unit(place)));
        }
    }

    /** A bar from the bottom for each unit, as high as its value in 0 … 1. */
    void bars(Graphics2D g, IntToDoubleFunction values, IntUnaryOperator argb) {
        for (int place = 0; place < shown(); place++) {
            Box all = atPlace(place);
            double gap = all.width() >= WIDE ? 1 : 0;
            double value = values.applyAsDouble(unit(place));
            double height = Double.isNaN(value) ? all.height() : Math.max(LEAST_BAR, value * all.height());
            Box bar = new Box(all.x(), all.bottom() - height, all.width() - gap, height);
            fill(g, bar, argb.applyAsInt(unit(place)));
        }
    }

    private static void fill(Graphics2D g, Box place, int argb) {
        g.setColor(new Color(argb));
        g.fill(new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height()));
    }
}
