package unroll.plot;

/**
 * The one map from number to colour. NaN has a colour of its own in every map, and so has a value beyond the scale;
 * what is not computed yet is no value at all and is drawn by {@link Hatch}.
 */
public sealed interface ColorMap permits SignedMap, SequentialMap, LogMagnitudeMap {

    /**
     * The colour of a value.
     *
     * @param value any double
     * @return opaque ARGB
     */
    int argb(double value);

    /**
     * The value at a place of the legend's bar.
     *
     * @param position 0 at the low end, 1 at the high end
     * @return a value that {@link #argb} colours as the bar is coloured there
     */
    double valueAt(double position);

    /**
     * How to read the map.
     *
     * @return ticks and the colours off the scale
     */
    Legend legend();

    /**
     * Diverging around zero, whose colour is the theme's surface.
     *
     * @param range symmetric around zero
     * @param palette gives the two hues
     * @return the map
     */
    static ColorMap signed(Range range, Palette palette) {
        return new SignedMap(range, palette);
    }

    /**
     * From closed to open without a middle: gates, probabilities, a loss from zero up.
     *
     * @param range for gates {@link Range#UNIT}
     * @param palette gives the two ends
     * @return the map
     */
    static ColorMap sequential(Range range, Palette palette) {
        return new SequentialMap(range, palette);
    }

    /**
     * Magnitudes on the one fixed logarithmic scale 1e−12 … 1e3, so that vanishing and exploding look the same in every
     * picture. The sign is not shown.
     *
     * @param palette gives the colours off the scale
     * @return the map
     */
    static ColorMap logMagnitude(Palette palette) {
        return new LogMagnitudeMap(palette);
    }
}
