package unroll.plot.curves;

import java.util.Optional;
import unroll.plot.Range;

/**
 * What the axes of curves span and how.
 *
 * @param logX logarithmic x axis; what is not positive is left out there
 * @param logY logarithmic y axis; what is not positive is left out there
 * @param zoom the x values shown, or empty for all
 */
public record CurveAxes(boolean logX, boolean logY, Optional<Range> zoom) {
    /** Linear, and everything is shown. */
    public static final CurveAxes LINEAR = new CurveAxes(false, false, Optional.empty());

    CurveAxes withLogX(boolean log) {
        return new CurveAxes(log, logY, zoom);
    }

    CurveAxes withLogY(boolean log) {
        return new CurveAxes(logX, log, zoom);
    }

    CurveAxes withZoom(Optional<Range> range) {
        return new CurveAxes(logX, logY, range);
    }
}
