package unroll.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a colour is for. Painters ask for roles only; the theme decides what they look like, and the window reads them
 * from the looked-up CSS colours of the same name.
 */
public enum Role {
    /** Behind everything. */
    BACKGROUND,
    /** Side panes and raised areas; also what a signed value of zero looks like. */
    SURFACE,
    /** Chips, bars' troughs and other quiet fills on a surface. */
    SUBTLE,
    /** Text and marks that matter. */
    FOREGROUND,
    /** Captions, units, tick labels. */
    MUTED,
    /** Lines behind data. */
    GRID,
    /** Outlines of areas, edges at rest. */
    BORDER,
    /** The forward phase. */
    FORWARD,
    /** The backward phase. */
    BACKWARD,
    /** The update phase. */
    UPDATE,
    /** The selection and the cursor. */
    ACCENT,
    /** A wash behind what is selected. */
    ACCENT_SOFT,
    SUCCESS,
    DANGER,
    /** Ground of the hatching that says "not computed yet". */
    HATCH_GROUND,
    /** Lines of the hatching that says "not computed yet". */
    HATCH_LINE,
    /** A value that is not a number. */
    NAN,
    /** A value beneath the scale of its colour map, exact zero on a log scale included. */
    BELOW,
    /** A value beyond the scale of its colour map. */
    ABOVE,
    /** The negative end of signed values. */
    NEGATIVE,
    /** The positive end of signed values. */
    POSITIVE,
    /** A gate that is closed (0). */
    CLOSED,
    /** A gate that is open (1). */
    OPEN,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6;

    private static final int SERIES_COUNT = 6;

    private final String cssName = "-unroll-" + name().toLowerCase(Locale.ROOT).replace('_', '-');

    /**
     * The looked-up colour that carries this role in the style sheets.
     *
     * @return for instance {@code -unroll-accent-soft}
     */
    public String cssName() {
        return cssName;
    }

    /**
     * The role with a CSS name.
     *
     * @param cssName for instance {@code -unroll-forward}
     * @return empty when no role has it
     */
    public static Optional<Role> ofCssName(String cssName) {
        return Arrays.stream(values())
                .filter(role -> role.cssName.equals(cssName))
                .findFirst();
    }

    /**
     * The colour of the n-th series; they repeat, so series should differ by {@link Dash} as well.
     *
     * @param index from 0
     * @return one of the series roles
     */
    public static Role series(int index) {
        return values()[SERIES_1.ordinal() + Math.floorMod(index, SERIES_COUNT)];
    }
}
