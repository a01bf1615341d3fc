package unroll.plot;

import java.util.List;

/** Teal below zero, brown above, the surface at zero. */
final class SignedMap implements ColorMap {
    private final Range range;
    private final Ramp ramp;
    private final int nan;
    private final int above;

    SignedMap(Range range, Palette palette) {
        if (range.low() != -range.high()) {
            throw new IllegalArgumentException("a signed map needs a range around zero, not " + range);
        }
        this.range = range;
        this.ramp = new Ramp(palette.argb(Role.NEGATIVE), palette.argb(Role.SURFACE), palette.argb(Role.POSITIVE));
        this.nan = palette.argb(Role.NAN);
        this.above = palette.argb(Role.ABOVE);
    }

    @Override
    public int argb(double value) {
        if (Double.isNaN(value)) {
            return nan;
        }
        // beyond the scale the magnitude is what matters, so both ends share one colour
        return Math.abs(value) > range.high() ? above : ramp.argb(range.share(value));
    }

    @Override
    public double valueAt(double position) {
        return range.at(position);
    }

    @Override
    public Legend legend() {
        String limit = NumberFormat.format(range.high());
        return new Legend(
                List.of(Legend.tick(0, range.low()), Legend.tick(0.5, 0), Legend.tick(1, range.high())),
                List.of(new Legend.Swatch("beyond \u00b1" + limit, above), new Legend.Swatch("NaN", nan)));
    }
}
