package unroll.plot.lanes;

import java.util.HashMap;
import java.util.Map;
import unroll.plot.ColorMap;
import unroll.plot.Palette;

/** The colour maps of one painting: lanes with the same scale share one, as making them costs more than using them. */
public final class StripColors {
    private record Scale(LaneColor color, double largest) {}

    private final Palette palette;
    private final Map<Scale, ColorMap> maps = new HashMap<>();

    public StripColors(Palette palette) {
        this.palette = palette;
    }

    /** The map of a lane. */
    public ColorMap of(LaneStrip strip) {
        return maps.computeIfAbsent(
                new Scale(strip.lane().color(), strip.largest()),
                scale -> scale.color().map(scale.largest(), palette));
    }

    public Palette palette() {
        return palette;
    }
}
