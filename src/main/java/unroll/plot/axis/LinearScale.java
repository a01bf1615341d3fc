package unroll.plot.axis;

import java.util.ArrayList;
import java.util.List;
import unroll.plot.NumberFormat;
import unroll.plot.Range;

/**
 * Equal distances for equal differences.
 *
 * @param range its ends
 * @param whole ticks stand at whole numbers only, as for iterations
 */
public record LinearScale(Range range, boolean whole) implements Scale {
    private static final double[] STEPS = {1, 2, 5, 10};

    /** Data that reach down to this share of their height get an axis from zero. */
    private static final double NEAR_ZERO = 0.4;

    private static final int NICE_TICKS = 6;

    /**
     * A scale whose ends are round values around the data.
     *
     * @param low smallest value
     * @param high largest value
     * @return a scale that holds both, from zero when that costs little room
     */
    public static LinearScale nice(double low, double high) {
        double from = low >= 0 && low < NEAR_ZERO * high ? 0 : low;
        Range data = spread(from, high);
        double step = step(data, NICE_TICKS);
        return new LinearScale(
                new Range(Math.floor(data.low() / step) * step, Math.ceil(data.high() / step) * step), false);
    }

    /**
     * A scale that ends where the data end.
     *
     * @param low smallest value
     * @param high largest value
     * @param whole ticks stand at whole numbers only
     * @return a scale that holds both
     */
    public static LinearScale tight(double low, double high, boolean whole) {
        return new LinearScale(spread(low, high), whole);
    }

    @Override
    public boolean accepts(double value) {
        return Double.isFinite(value);
    }

    @Override
    public double share(double value) {
        return range.share(value);
    }

    @Override
    public double at(double share) {
        return range.at(share);
    }

    @Override
    public List<Tick> ticks(int most) {
        double step = step(range, Math.max(1, most - 1));
        double distance = whole ? Math.max(1, step) : step;
        // a tick at the very end must not fall to rounding
        double slack = 1e-9 * distance;
        List<Tick> ticks = new ArrayList<>();
        for (double i = Math.ceil((range.low() - slack) / distance); i * distance <= range.high() + slack; i++) {
            ticks.add(new Tick(i * distance, NumberFormat.tick(i * distance, distance)));
        }
        return ticks;
    }

    /** A single value gets room on both sides. */
    private static Range spread(double low, double high) {
        if (low < high) {
            return new Range(low, high);
        }
        double room = low == 0 ? 1 : Math.abs(low) / 2;
        return new Range(low - room, low + room);
    }

    /** The smallest of 1, 2, 5 · 10^k that needs at most {@code most} steps. */
    private static double step(Range range, int most) {
        double least = (range.high() - range.low()) / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            // 0.1 · 5 and the like miss the round number by a bit
            if (step * power >= least * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
