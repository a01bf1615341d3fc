package unroll.plot.lanes;

import unroll.core.op.Scale;
import unroll.plot.ColorMap;
import unroll.plot.Palette;
import unroll.plot.Range;

/** How the numbers of a lane become colours. */
public enum LaneColor {
    /** Around zero, as far as the trace reaches. */
    SIGNED_OWN,
    /** −1 … 1. */
    SIGNED_UNIT,
    /** 0 … 1, from closed to open. */
    UNIT,
    /** From 0 up, as far as the trace reaches. */
    POSITIVE_OWN,
    /** Magnitudes on the fixed logarithmic scale of all gradients. */
    LOG_MAGNITUDE;

    /** The colours of values that lie in an interval. */
    static LaneColor of(Scale scale) {
        return switch (scale) {
            case SIGNED -> SIGNED_OWN;
            case SIGNED_UNIT -> SIGNED_UNIT;
            case UNIT -> UNIT;
            case POSITIVE -> POSITIVE_OWN;
        };
    }

    /** Whether the range depends on the numbers. */
    public boolean hasOwnRange() {
        return this == SIGNED_OWN || this == POSITIVE_OWN;
    }

    /**
     * The map from number to colour.
     *
     * @param largest the largest magnitude in the whole trace; not looked at where the range is fixed
     * @param palette the theme
     * @return the map
     */
    public ColorMap map(double largest, Palette palette) {
        return switch (this) {
            case SIGNED_OWN -> ColorMap.signed(Range.signedOwn(largest), palette);
            case SIGNED_UNIT -> ColorMap.signed(Range.signed(1), palette);
            case UNIT -> ColorMap.sequential(Range.UNIT, palette);
            case POSITIVE_OWN -> ColorMap.sequential(Range.fromZero(largest), palette);
            case LOG_MAGNITUDE -> ColorMap.logMagnitude(palette);
        };
    }
}
