package unroll.plot.axis;

import java.util.ArrayList;
import java.util.List;
import unroll.plot.NumberFormat;
import unroll.plot.Range;

/**
 * Equal distances for equal ratios.
 *
 * @param range its ends, both above zero
 */
public record LogScale(Range range) implements Scale {
    private static final int[] STEPS = {1, 2, 5};

    /** Within fewer decades than this, 2 and 5 get ticks as well. */
    private static final double FEW_DECADES = 2;

    public LogScale {
        if (range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis starts above zero, not at " + range.low());
        }
    }

    /**
     * A scale whose ends are round values around the data.
     *
     * @param low smallest value, above zero
     * @param high largest value
     * @return a scale from and to the nearest of 1, 2, 5 · 10^k
     */
    public static LogScale nice(double low, double high) {
        double from = below(low);
        double to = above(Math.max(high, low));
        return new LogScale(from < to ? new Range(from, to) : new Range(from / 10, to * 10));
    }

    @Override
    public boolean accepts(double value) {
        return value > 0 && Double.isFinite(value);
    }

    @Override
    public double share(double value) {
        double start = Math.log10(range.low());
        return (Math.log10(value) - start) / (Math.log10(range.high()) - start);
    }

    @Override
    public double at(double share) {
        double start = Math.log10(range.low());
        return Math.pow(10, start + share * (Math.log10(range.high()) - start));
    }

    @Override
    public List<Tick> ticks(int most) {
        int first = (int) Math.floor(Math.log10(range.low()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(range.high()) - 1e-9);
        boolean fine = Math.log10(range.high() / range.low()) < FEW_DECADES && 3 * (last - first) <= most;
        int stride = Math.max(1, (int) Math.ceil((double) (last - first) / Math.max(1, most - 1)));
        List<Tick> ticks = new ArrayList<>();
        for (int decade = Math.floorDiv(first, stride) * stride; decade <= last; decade += stride) {
            for (int step : STEPS) {
                addTick(ticks, step, decade, fine);
            }
        }
        return ticks;
    }

    private void addTick(List<Tick> ticks, int step, int decade, boolean fine) {
        double value = power(step, decade);
        boolean inside = value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9);
        if (inside && (step == 1 || fine)) {
            ticks.add(new Tick(value, NumberFormat.format(value)));
        }
    }

    private static double below(double value) {
        int decade = (int) Math.floor(Math.log10(value) + 1e-9);
        double result = power(1, decade);
        for (int step : STEPS) {
            result = power(step, decade) <= value * (1 + 1e-9) ? power(step, decade) : result;
        }
        return result;
    }

    private static double above(double value) {
        int decade = (int) Math.floor(Math.log10(value) + 1e-9);
        for (int step : STEPS) {
            if (power(step, decade) >= value * (1 - 1e-9)) {
                return power(step, decade);
            }
        }
        return power(1, decade + 1);
    }

    /** Parsed, not multiplied up, so that ticks are the doubles their texts name. */
    private static double power(int step, int decade) {
        return Double.parseDouble(step + "e" + decade);
    }
}
