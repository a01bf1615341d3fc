package unroll.plot;

import java.util.ArrayList;
import java.util.List;

/** Viridis over the decades of |value|, fixed at 1e−12 … 1e3. */
final class LogMagnitudeMap implements ColorMap {
    private static final int LOW_DECADE = -12;
    private static final int HIGH_DECADE = 3;
    private static final int TICK_DECADES = 3;
    private static final double LOW = 1e-12;
    private static final double HIGH = 1e3;

    private final int nan;
    private final int below;
    private final int above;

    LogMagnitudeMap(Palette palette) {
        this.nan = palette.argb(Role.NAN);
        this.below = palette.argb(Role.BELOW);
        this.above = palette.argb(Role.ABOVE);
    }

    @Override
    public int argb(double value) {
        double magnitude = Math.abs(value);
        if (Double.isNaN(magnitude)) {
            return nan;
        }
        if (magnitude < LOW) {
            return below;
        }
        if (magnitude > HIGH) {
            return above;
        }
        return Ramp.VIRIDIS.argb((Math.log10(magnitude) - LOW_DECADE) / (HIGH_DECADE - LOW_DECADE));
    }

    @Override
    public double valueAt(double position) {
        double magnitude = Math.pow(10, LOW_DECADE + (HIGH_DECADE - LOW_DECADE) * position);
        // the power may miss the end by a bit, which would read as off the scale
        return Math.max(LOW, Math.min(HIGH, magnitude));
    }

    @Override
    public Legend legend() {
        List<Legend.Tick> ticks = new ArrayList<>();
        for (int decade = LOW_DECADE; decade <= HIGH_DECADE; decade += TICK_DECADES) {
            double position = (double) (decade - LOW_DECADE) / (HIGH_DECADE - LOW_DECADE);
            ticks.add(Legend.tick(position, Double.parseDouble("1e" + decade)));
        }
        return new Legend(
                ticks,
                List.of(
                        new Legend.Swatch("< " + NumberFormat.format(LOW), below),
                        new Legend.Swatch("> " + NumberFormat.format(HIGH), above),
                        new Legend.Swatch("NaN", nan)));
    }
}
