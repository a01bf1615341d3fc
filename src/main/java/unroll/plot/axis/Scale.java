package unroll.plot.axis;

import java.util.List;
import unroll.plot.Range;

/** From values to places along an axis. */
public sealed interface Scale permits LinearScale, LogScale {

    /**
     * What the axis spans.
     *
     * @return its ends
     */
    Range range();

    /**
     * Whether a value has a place at all.
     *
     * @param value any double
     * @return false for NaN and infinity, and for what is not positive on a logarithmic axis
     */
    boolean accepts(double value);

    /**
     * Where a value lies.
     *
     * @param value an accepted value
     * @return 0 at the low end, 1 at the high end, outside of them beyond
     */
    double share(double value);

    /**
     * The inverse of {@link #share}.
     *
     * @param share 0 at the low end, 1 at the high end
     * @return the value there
     */
    double at(double share);

    /**
     * Round values within the range.
     *
     * @param most how many fit; the axis may give a few less, or two at least
     * @return from low to high
     */
    List<Tick> ticks(int most);
}
