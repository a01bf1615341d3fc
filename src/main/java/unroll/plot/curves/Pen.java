package unroll.plot.curves;

import java.util.Optional;
import unroll.plot.Marker;

/**
 * What a curve is drawn with.
 *
 * @param color index of the series colour, from 0
 * @param dash index of the {@link unroll.plot.Dash} pattern, from 0 (solid)
 * @param marker the shape that stands on it here and there, if any
 */
public record Pen(int color, int dash, Optional<Marker> marker) {
    /** So many colours there are before they come again. */
    private static final int COLORS = 6;

    /**
     * A pen for the n-th of several curves: they differ in colour, in their dashes and in their shapes, each of which
     * repeats after another number of curves.
     *
     * @param index from 0
     */
    public static Pen of(int index) {
        return new Pen(index % COLORS, index, Optional.of(Marker.of(index)));
    }

    static Pen solid(int color) {
        return new Pen(color, 0, Optional.empty());
    }

    /** The same with another line pattern. */
    public Pen dashed(int pattern) {
        return new Pen(color, pattern, marker);
    }

    /** The same without a shape, for a curve that stands alone. */
    public Pen unmarked() {
        return new Pen(color, dash, Optional.empty());
    }

    Pen marked(Marker shape) {
        return new Pen(color, dash, Optional.of(shape));
    }
}
