package unroll.plot;

import java.util.List;

/**
 * How to read a {@link ColorMap}: numbers along its bar and what lies off it.
 *
 * @param ticks from the low end to the high end
 * @param offScale colours that the bar does not hold
 */
public record Legend(List<Tick> ticks, List<Swatch> offScale) {

    public Legend {
        ticks = List.copyOf(ticks);
        offScale = List.copyOf(offScale);
    }

    /**
     * A number beside the bar.
     *
     * @param position 0 at the low end, 1 at the high end
     * @param value the number
     * @param text the number as text
     */
    public record Tick(double position, double value, String text) {}

    /**
     * A colour off the bar.
     *
     * @param text what it stands for, such as {@code "> 1000"}
     * @param argb its colour
     */
    public record Swatch(String text, int argb) {}

    static Tick tick(double position, double value) {
        return new Tick(position, value, NumberFormat.format(value));
    }
}
