package unroll.plot.curves;

import java.util.Optional;
import unroll.plot.Marker;
import unroll.plot.Role;

/**
 * One curve, or a level to compare with.
 *
 * @param name shown at the curve's end and as the column in CSV
 * @param xs rising, finite; a baseline has none
 * @param ys one a place of {@code xs}, NaN and infinity allowed; a baseline has one
 * @param pen what it is drawn with; a baseline in the muted colour
 * @param band around the curve, if it is the middle of something
 * @param baseline whether this is a level across the whole figure
 */
public record Series(String name, Doubles xs, Doubles ys, Pen pen, Optional<Band> band, boolean baseline) {

    public Series {
        if (baseline ? !xs.isEmpty() || ys.size() != 1 : xs.size() != ys.size()) {
            throw new IllegalArgumentException(
                    "series " + name + " has " + xs.size() + " places and " + ys.size() + " values");
        }
        if (band.isPresent() && band.get().size() != xs.size()) {
            throw new IllegalArgumentException("the band of series " + name + " has "
                    + band.get().size() + " values for " + xs.size() + " places");
        }
        for (int i = 0; i < xs.size(); i++) {
            if (!Double.isFinite(xs.get(i)) || i > 0 && xs.get(i) < xs.get(i - 1)) {
                throw new IllegalArgumentException(
                        "the places of series " + name + " must rise, but place " + i + " is " + xs.get(i));
            }
        }
    }

    /**
     * A solid curve.
     *
     * @param name shown at its end
     * @param xs rising
     * @param ys one a place
     * @param color index of the series colour
     * @return the series
     */
    public static Series curve(String name, Doubles xs, Doubles ys, int color) {
        return new Series(name, xs, ys, Pen.solid(color), Optional.empty(), false);
    }

    /**
     * A level to compare curves with.
     *
     * @param name shown at its end
     * @param level the y value
     * @return the series
     */
    public static Series baseline(String name, double level) {
        return new Series(name, Doubles.of(), Doubles.of(level), Pen.solid(0).dashed(1), Optional.empty(), true);
    }

    /** The same values with another line pattern. */
    public Series dashed(int pattern) {
        return new Series(name, xs, ys, pen.dashed(pattern), band, baseline);
    }

    /** The same values with a shape on the line. */
    public Series marked(Marker shape) {
        return new Series(name, xs, ys, pen.marked(shape), band, baseline);
    }

    /** The same values as the middle of a band. */
    public Series within(Band spread) {
        return new Series(name, xs, ys, pen, Optional.of(spread), baseline);
    }

    /** The same values drawn otherwise. */
    public Series drawnWith(Pen other) {
        return new Series(name, xs, ys, other, band, baseline);
    }

    Role role() {
        return baseline ? Role.MUTED : Role.series(pen.color());
    }

    Series withValues(Doubles values, Optional<Band> spread) {
        return new Series(name, xs, values, pen, spread, baseline);
    }
}
