package unroll.plot.curves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.plot.Range;

/**
 * How curves are looked at. Each {@code with} gives a changed copy.
 *
 * @param smoothing 0 (none) up to below 1: weight of the past in an exponential mean; the raw curve stays behind
 * @param cursor the x value that is read off, or empty
 * @param notes those on curves that are not shown wait until they are
 * @param emptyText what is shown when there are no curves: what to do next
 */
public record CurveOptions(
        CurveAxes axes, double smoothing, OptionalDouble cursor, List<CurveNote> notes, String emptyText) {

    public static final CurveOptions DEFAULT =
            new CurveOptions(CurveAxes.LINEAR, 0, OptionalDouble.empty(), List.of(), "");

    public CurveOptions {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing goes from 0 to below 1, not " + smoothing);
        }
        notes = List.copyOf(notes);
    }

    private CurveOptions with(CurveAxes other) {
        return new CurveOptions(other, smoothing, cursor, notes, emptyText);
    }

    public CurveOptions withLogX(boolean log) {
        return with(axes.withLogX(log));
    }

    public CurveOptions withLogY(boolean log) {
        return with(axes.withLogY(log));
    }

    public CurveOptions withZoom(Range range) {
        return with(axes.withZoom(Optional.of(range)));
    }

    public CurveOptions withoutZoom() {
        return with(axes.withZoom(Optional.empty()));
    }

    public CurveOptions withSmoothing(double weight) {
        return new CurveOptions(axes, weight, cursor, notes, emptyText);
    }

    public CurveOptions withCursor(double x) {
        return new CurveOptions(axes, smoothing, OptionalDouble.of(x), notes, emptyText);
    }

    public CurveOptions withNotes(List<CurveNote> written) {
        return new CurveOptions(axes, smoothing, cursor, written, emptyText);
    }

    public CurveOptions withEmptyText(String text) {
        return new CurveOptions(axes, smoothing, cursor, notes, text);
    }
}
