package unroll.plot.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the size of a figure is given in. */
public enum LengthUnit {
    /** 96 to the inch, as on a screen. */
    PX(1),
    CM(Exporter.LOGICAL_DPI / 2.54),
    MM(Exporter.LOGICAL_DPI / 25.4),
    IN(Exporter.LOGICAL_DPI);

    private final double pixels;

    LengthUnit(double pixels) {
        this.pixels = pixels;
    }

    /** The unit's usual letters. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit with these letters; empty when none has them. */
    public static Optional<LengthUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol().equals(symbol))
                .findFirst();
    }

    /** A length in this unit as px at 96 to the inch. */
    public double toPixels(double length) {
        return length * pixels;
    }

    /** The inverse of {@link #toPixels}. */
    public double fromPixels(double length) {
        return length / pixels;
    }
}
