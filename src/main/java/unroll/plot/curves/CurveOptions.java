package unroll.plot.curves;

import java.util.Optional;
import java.util.OptionalDouble;
import unroll.plot.Range;

/**
 * How curves are looked at. Each {@code with} gives a changed copy.
 *
 * @param logY logarithmic y axis; what is not positive is left out there
 * @param smoothing 0 (none) up to below 1: weight of the past in an exponential mean; the raw curve stays behind
 * @param zoom the x values shown, or empty for all
 * @param cursor the x value that is read off, or empty
 * @param emptyText what is shown when there are no curves: what to do next
 */
public record CurveOptions(
        boolean logY, double smoothing, Optional<Range> zoom, OptionalDouble cursor, String emptyText) {

    public static final CurveOptions DEFAULT = new CurveOptions(false, 0, Optional.empty(), OptionalDouble.empty(), "");

    public CurveOptions {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing goes from 0 to below 1, not " + smoothing);
        }
    }

    public CurveOptions withLogY(boolean log) {
        return new CurveOptions(log, smoothing, zoom, cursor, emptyText);
    }

    public CurveOptions withSmoothing(double weight) {
        return new CurveOptions(logY, weight, zoom, cursor, emptyText);
    }

    public CurveOptions withZoom(Range range) {
        return new CurveOptions(logY, smoothing, Optional.of(range), cursor, emptyText);
    }

    public CurveOptions withoutZoom() {
        return new CurveOptions(logY, smoothing, Optional.empty(), cursor, emptyText);
    }

    public CurveOptions withCursor(double x) {
        return new CurveOptions(logY, smoothing, zoom, OptionalDouble.of(x), emptyText);
    }

    public CurveOptions withEmptyText(String text) {
        return new CurveOptions(logY, smoothing, zoom, cursor, text);
    }
}
