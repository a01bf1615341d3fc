package unroll.plot;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

/**
 * An immutable colour for every {@link Role}.
 *
 * @param colors ARGB, 8 bits a channel, not premultiplied; no role may be missing
 */
public record Palette(Map<Role, Integer> colors) {
    private static final Palette LIGHT = BuiltInPalettes.light();
    private static final Palette DARK = BuiltInPalettes.dark();
    private static final Palette PRINT = BuiltInPalettes.print();

    public Palette {
        for (Role role : Role.values()) {
            if (colors.get(role) == null) {
                throw new IllegalArgumentException("palette lacks a colour for " + role.cssName());
            }
        }
        colors = Map.copyOf(colors);
    }

    /**
     * The theme for bright rooms and projectors.
     *
     * @return the light palette
     */
    public static Palette light() {
        return LIGHT;
    }

    /**
     * The theme for dark rooms.
     *
     * @return the dark palette
     */
    public static Palette dark() {
        return DARK;
    }

    /**
     * The theme for paper: white ground, black text, darker lines that survive a grey printer.
     *
     * @return the print palette
     */
    public static Palette print() {
        return PRINT;
    }

    /**
     * A palette read from elsewhere, such as the looked-up colours of a style sheet.
     *
     * @param colors ARGB of the roles that are known
     * @param base gives the colours of all other roles
     * @return both put together
     */
    public static Palette of(Map<Role, Integer> colors, Palette base) {
        Map<Role, Integer> all = new EnumMap<>(base.colors);
        all.putAll(colors);
        return new Palette(all);
    }

    /**
     * The colour of a role as a packed integer.
     *
     * @param role what the colour is for
     * @return ARGB, not premultiplied
     */
    public int argb(Role role) {
        return colors.get(role);
    }

    /**
     * The colour of a role.
     *
     * @param role what the colour is for
     * @return the colour, alpha included
     */
    public Color color(Role role) {
        return new Color(argb(role), true);
    }

    /**
     * The colour of a role, thinned.
     *
     * @param role what the colour is for
     * @param opacity 0…1, multiplied with the colour's own alpha
     * @return the translucent colour
     */
    public Color color(Role role, double opacity) {
        int argb = argb(role);
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        return new Color(alpha << 24 | argb & 0xffffff, true);
    }

    /**
     * Whether text is brighter than its ground.
     *
     * @return true for dark themes
     */
    public boolean isDark() {
        return Oklab.of(argb(Role.BACKGROUND)).lightness()
                < Oklab.of(argb(Role.FOREGROUND)).lightness();
    }
}
