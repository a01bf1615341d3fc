package unroll.plot;

import java.util.List;

/** From closed (close to the surface) to open (strong), lightness falling or rising all the way. */
final class SequentialMap implements ColorMap {
    private final Range range;
    private final Ramp ramp;
    private final int nan;
    private final int below;
    private final int above;

    SequentialMap(Range range, Palette palette) {
        this.range = range;
        this.ramp = new Ramp(palette.argb(Role.CLOSED), palette.argb(Role.OPEN));
        this.nan = palette.argb(Role.NAN);
        this.below = palette.argb(Role.BELOW);
        this.above = palette.argb(Role.ABOVE);
    }

    @Override
    public int argb(double value) {
        if (Double.isNaN(value)) {
            return nan;
        }
        if (value < range.low()) {
            return below;
        }
        return value > range.high() ? above : ramp.argb(range.share(value));
    }

    @Override
    public double valueAt(double position) {
        return range.at(position);
    }

    @Override
    public Legend legend() {
        return new Legend(
                List.of(Legend.tick(0, range.low()), Legend.tick(0.5, range.at(0.5)), Legend.tick(1, range.high())),
                List.of(
                        new Legend.Swatch("< " + NumberFormat.format(range.low()), below),
                        new Legend.Swatch("> " + NumberFormat.format(range.high()), above),
                        new Legend.Swatch("NaN", nan)));
    }
}
