package unroll.plot.curves;

import java.util.List;
import java.util.stream.Stream;

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

    /** The series that are no baselines. */
    Stream<Series> curves() {
        return series.stream().filter(one -> !one.baseline());
    }
}
