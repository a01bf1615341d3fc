package unroll.plot.lanes;

import java.util.Optional;
import unroll.core.trace.Trace;
import unroll.core.trace.Track;
import unroll.debug.KnownDifference;
import unroll.debug.KnownNumbers;
import unroll.plot.Palette;
import unroll.plot.Side;

/**
 * One of the pictures of a quantity of two networks: that of a side, or of the difference.
 *
 * @param side empty for A − B
 * @param strip the side's, or A's for the difference
 * @param numbers what is shown
 */
record ComparedStrip(Optional<Side> side, LaneStrip strip, KnownNumbers numbers, ComparedScale scale) {
    static ComparedStrip of(Side side, LaneStrip strip, ComparedScale scale) {
        return new ComparedStrip(Optional.of(side), strip, strip.vector(), scale);
    }

    /** A − B; empty where they have not equally many units. */
    static Optional<ComparedStrip> difference(ComparedLanesView view, LaneStrip a, LaneStrip b) {
        if (a.vector().units() != b.vector().units()
                || a.units() != b.units()
                || a.vector().steps() != b.vector().steps()) {
            return Optional.empty();
        }
        ComparedScale scale = a.lane().isGradient()
                ? new ComparedScale(LaneColor.LOG_MAGNITUDE, 0)
                : new ComparedScale(LaneColor.SIGNED_OWN, largest(view, a, b));
        KnownDifference difference = new KnownDifference(a.vector(), b.vector());
        return Optional.of(new ComparedStrip(Optional.empty(), a, difference, scale));
    }

    /** Over the whole traces, so that the scale does not move while one is stepped. */
    private static double largest(ComparedLanesView view, LaneStrip a, LaneStrip b) {
        Trace traceA = view.sides().get(Side.A).trace();
        Trace traceB = view.sides().get(Side.B).trace();
        Track one = traceA.valueTrack(a.lane().site(), view.row());
        Track other = traceB.valueTrack(b.lane().site(), view.row());
        double largest = 0;
        for (int t = 0; t <= traceA.steps(); t++) {
            for (int i = 0; i < a.units(); i++) {
                double distance = Math.abs(one.at(t, a.firstUnit() + i) - other.at(t, b.firstUnit() + i));
                largest = distance > largest && distance < Double.POSITIVE_INFINITY ? distance : largest;
            }
        }
        return largest;
    }

    boolean isDifference() {
        return side.isEmpty();
    }

    HeatMap heatMap(Palette palette) {
        return new HeatMap(numbers, strip.firstUnit(), strip.units(), scale.map(palette));
    }
}
