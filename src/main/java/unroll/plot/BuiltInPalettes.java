package unroll.plot;

import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of the three themes, side by side so that a role is tuned in all of them at once.
 *
 * <p>Signed values are teal and brown, never the blue and orange of the phases; series colours follow Okabe and Ito's
 * advice for colour-blind eyes, darkened or lightened until they read as thin lines.
 */
final class BuiltInPalettes {
    private static final int LIGHT = 0;
    private static final int DARK = 1;
    private static final int PRINT = 2;

    private static final Map<Role, int[]> COLORS = new EnumMap<>(Role.class);

    static {
        put(Role.BACKGROUND, 0xffffff, 0x0d1117, 0xffffff);
        put(Role.SURFACE, 0xf6f8fa, 0x161b22, 0xf7f7f7);
        put(Role.SUBTLE, 0xeaeef2, 0x21262d, 0xececec);
        put(Role.FOREGROUND, 0x1f2328, 0xe6edf3, 0x000000);
        put(Role.MUTED, 0x59636e, 0x9198a1, 0x000000);
        put(Role.GRID, 0xe1e5ea, 0x262c34, 0xd9d9d9);
        put(Role.BORDER, 0xd0d7de, 0x30363d, 0x8c8c8c);
        put(Role.FORWARD, 0x0969da, 0x58a6ff, 0x0550ae);
        put(Role.BACKWARD, 0xbc4c00, 0xf0883e, 0xa04100);
        put(Role.UPDATE, 0x636c76, 0x8b949e, 0x4d4d4d);
        put(Role.ACCENT, 0x0969da, 0x58a6ff, 0x000000);
        put(Role.ACCENT_SOFT, 0xddf4ff, 0x122644, 0xe6e6e6);
        put(Role.SUCCESS, 0x197a35, 0x3fb950, 0x116329);
        put(Role.DANGER, 0xcf222e, 0xf85149, 0xa40e26);
        put(Role.HATCH_GROUND, 0xf6f8fa, 0x11161d, 0xffffff);
        put(Role.HATCH_LINE, 0xcdd4db, 0x333a43, 0xb3b3b3);
        put(Role.NAN, 0xe0359b, 0xff5fb8, 0xe0359b);
        put(Role.BELOW, 0x1b1622, 0x000000, 0x000000);
        put(Role.ABOVE, 0xd62f1f, 0xf5523f, 0xd62f1f);
        put(Role.NEGATIVE, 0x04665f, 0x4ad0c0, 0x04665f);
        put(Role.POSITIVE, 0x87500e, 0xdcb266, 0x87500e);
        put(Role.CLOSED, 0xf1edf5, 0x1d1a26, 0xf7f4fa);
        put(Role.OPEN, 0x5b2a86, 0xcfa5f5, 0x4b1f73);
        put(Role.SERIES_1, 0x0969da, 0x58a6ff, 0x0550ae);
        put(Role.SERIES_2, 0xc2540a, 0xf0883e, 0xb04a00);
        put(Role.SERIES_3, 0x0a7f5c, 0x3dbf94, 0x00664a);
        put(Role.SERIES_4, 0xa8418e, 0xe08ac8, 0x8a2f73);
        put(Role.SERIES_5, 0x8a6d00, 0xe3c33a, 0x6b5500);
        put(Role.SERIES_6, 0x3c4a5a, 0xb6c2cf, 0x202830);
    }

    private BuiltInPalettes() {}

    static Palette light() {
        return column(LIGHT);
    }

    static Palette dark() {
        return column(DARK);
    }

    static Palette print() {
        return column(PRINT);
    }

    private static void put(Role role, int light, int dark, int print) {
        COLORS.put(role, new int[] {light, dark, print});
    }

    private static Palette column(int theme) {
        Map<Role, Integer> colors = new EnumMap<>(Role.class);
        COLORS.forEach((role, themes) -> colors.put(role, 0xff000000 | themes[theme]));
        return new Palette(colors);
    }
}
