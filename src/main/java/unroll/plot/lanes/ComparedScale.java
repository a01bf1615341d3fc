package unroll.plot.lanes;

import java.util.Optional;
import unroll.plot.ColorMap;
import unroll.plot.Palette;
import unroll.plot.Side;

/**
 * How the numbers of a quantity become colours, the same for both sides.
 *
 * @param largest the largest magnitude in the traces; not looked at where the range is fixed
 */
record ComparedScale(LaneColor color, double largest) {
    /** The lanes' own where they agree; where one is bounded and the other is not, as far as both traces reach. */
    static ComparedScale of(ComparedLanesView view, Optional<LaneStrip> a, Optional<LaneStrip> b) {
        if (a.isEmpty() || b.isEmpty()) {
            LaneStrip only = a.or(() -> b).orElseThrow();
            return new ComparedScale(only.lane().color(), only.largest());
        }
        LaneStrip one = a.get();
        LaneStrip other = b.get();
        boolean alike = one.lane().color() == other.lane().color();
        LaneColor color = alike ? one.lane().color() : LaneColor.SIGNED_OWN;
        double largest = color.hasOwnRange()
                ? Math.max(largest(view, Side.A, one.lane()), largest(view, Side.B, other.lane()))
                : 0;
        return new ComparedScale(color, largest);
    }

    private static double largest(ComparedLanesView view, Side side, Lane lane) {
        return lane.largest(view.sides().get(side), view.row());
    }

    ColorMap map(Palette palette) {
        return color.map(largest, palette);
    }
}
