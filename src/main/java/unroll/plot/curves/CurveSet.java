package unroll.plot.curves;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.plot.Range;

/**
 * Curves over one axis.
 *
 * @param xTitle such as "iteration"; also the first column's name in CSV
 * @param yTitle such as "loss"
 * @param series drawn in this order, the last one on top
 */
public record CurveSet(String xTitle, String yTitle, List<Series> series) {

    public CurveSet {
        series = List.copyOf(series);
    }

    /** Whether there is nothing to draw: baselines alone say nothing. */
    public boolean isEmpty() {
        return curves().allMatch(one -> one.xs().isEmpty());
    }

    /** From the first place to the last; empty where there are not two. */
    public Optional<Range> places() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            if (!one.xs().isEmpty()) {
                low = Math.min(low, one.xs().get(0));
                high = Math.max(high, one.xs().get(one.xs().size() - 1));
            }
        }
        return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    }

    /** The series that are no baselines. */
    Stream<Series> curves() {
        return series.stream().filter(one -> !one.baseline());
    }
}
