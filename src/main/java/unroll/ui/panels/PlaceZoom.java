package unroll.ui.panels;

import java.util.Optional;
import unroll.plot.Range;

/**
 * Which part of an axis is shown.
 *
 * @param all everything there is
 * @param shown empty for all of it
 */
record PlaceZoom(Range all, Optional<Range> shown) {
    /** The narrowest part, as a share of everything: beyond it single points would be all that is left. */
    private static final double NARROWEST = 1e-3;

    static PlaceZoom none(Range all) {
        return new PlaceZoom(all, Optional.empty());
    }

    /** The same part of an axis that has become longer; the whole of it stays the whole. */
    PlaceZoom within(Range longer) {
        return new PlaceZoom(longer, shown).clamped();
    }

    /**
     * Closer or farther around a place, which stays where it is on the screen.
     *
     * @param factor of the width shown: below 1 comes closer
     */
    PlaceZoom around(double place, double factor) {
        Range now = shown.orElse(all);
        double low = place - (place - now.low()) * factor;
        double high = place + (now.high() - place) * factor;
        return to(low, high);
    }

    /** The part between two places, in any order. */
    PlaceZoom to(double one, double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        double missing = width(all) * NARROWEST - (high - low);
        if (missing > 0) {
            low -= missing / 2;
            high += missing / 2;
        }
        return new PlaceZoom(all, Optional.of(new Range(low, high))).clamped();
    }

    private PlaceZoom clamped() {
        if (shown.isEmpty()) {
            return this;
        }
        double low = Math.max(all.low(), shown.get().low());
        double high = Math.min(all.high(), shown.get().high());
        boolean nothingLeft = high - low < width(all) * NARROWEST / 2;
        boolean everything = low == all.low() && high == all.high();
        return nothingLeft || everything ? none(all) : new PlaceZoom(all, Optional.of(new Range(low, high)));
    }

    private static double width(Range range) {
        return range.high() - range.low();
    }
}
