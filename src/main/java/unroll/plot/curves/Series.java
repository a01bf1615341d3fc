package unroll.plot.curves;

import unroll.plot.Role;

/**
 * One curve, or a level to compare with.
 *
 * @param name shown at the curve's end and as the column in CSV
 * @param xs rising, finite; a baseline has none
 * @param ys one a place of {@code xs}, NaN and infinity allowed; a baseline has one
 * @param color index of the series colour, from 0; a baseline is drawn in the muted one
 * @param dash index of the {@link unroll.plot.Dash} pattern, from 0 (solid)
 * @param baseline whether this is a level across the whole figure
 */
public record Series(String name, Doubles xs, Doubles ys, int color, int dash, boolean baseline) {

    public Series {
        if (baseline ? !xs.isEmpty() || ys.size() != 1 : xs.size() != ys.size()) {
            throw new IllegalArgumentException(
                    "series " + name + " has " + xs.size() + " places and " + ys.size() + " values");
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
        return new Series(name, xs, ys, color, 0, false);
    }

    /**
     * A level to compare curves with.
     *
     * @param name shown at its end
     * @param level the y value
     * @return the series
     */
    public static Series baseline(String name, double level) {
        return new Series(name, Doubles.of(), Doubles.of(level), 0, 1, true);
    }

    /** The same values with another line pattern. */
    public Series dashed(int pattern) {
        return new Series(name, xs, ys, color, pattern, baseline);
    }

    Role role() {
        return baseline ? Role.MUTED : Role.series(color);
    }

    Series withValues(Doubles values) {
        return new Series(name, xs, values, color, dash, baseline);
    }
}
