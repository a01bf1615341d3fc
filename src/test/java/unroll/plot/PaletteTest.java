package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    /** Contrast that the WCAG asks of text. */
    private static final double TEXT_CONTRAST = 4.5;

    /** Contrast that the WCAG asks of graphics. */
    private static final double GRAPHICS_CONTRAST = 3;

    static List<Palette> palettes() {
        return List.of(Palette.light(), Palette.dark(), Palette.print());
    }

    @Test
    void rolesAreFoundByTheirCssNames() {
        assertEquals("-unroll-accent-soft", Role.ACCENT_SOFT.cssName());
        for (Role role : Role.values()) {
            assertEquals(Optional.of(role), Role.ofCssName(role.cssName()));
        }
        assertEquals(Optional.empty(), Role.ofCssName("-unroll-mauve"));
    }

    @Test
    void whatAStyleSheetLacksComesFromTheBase() {
        Palette palette = Palette.of(Map.of(Role.FORWARD, 0xff123456), Palette.dark());
        assertEquals(0xff123456, palette.argb(Role.FORWARD));
        assertEquals(Palette.dark().argb(Role.BACKWARD), palette.argb(Role.BACKWARD));
        assertTrue(palette.isDark());
        assertFalse(Palette.print().isDark());
    }

    @Test
    void aMissingRoleIsNamed() {
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> new Palette(Map.of(Role.BACKGROUND, 0)));
        assertTrue(problem.getMessage().contains("-unroll-surface"), problem.getMessage());
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textAndLinesCanBeRead(Palette palette) {
        for (Role text : List.of(Role.FOREGROUND, Role.MUTED, Role.FORWARD, Role.BACKWARD)) {
            assertTrue(contrast(palette, text) >= TEXT_CONTRAST, text + " " + contrast(palette, text));
        }
        for (int i = 0; i < 6; i++) {
            Role series = Role.series(i);
            assertTrue(contrast(palette, series) >= TEXT_CONTRAST, series + " " + contrast(palette, series));
        }
        for (Role mark : List.of(Role.SUCCESS, Role.DANGER, Role.ACCENT)) {
            assertTrue(contrast(palette, mark) >= GRAPHICS_CONTRAST, mark + " " + contrast(palette, mark));
        }
    }

    /** The cards of a lesson: questions, answers that were not chosen, replies and measured numbers. */
    @ParameterizedTest
    @MethodSource("palettes")
    void textOnACardCanBeRead(Palette palette) {
        for (Role text : List.of(Role.FOREGROUND, Role.MUTED, Role.ACCENT, Role.SUCCESS, Role.DANGER)) {
            double contrast = contrast(palette, text, Role.ACCENT_SOFT);
            assertTrue(contrast >= TEXT_CONTRAST, text + " " + contrast);
        }
    }

    private static double contrast(Palette palette, Role role) {
        return contrast(palette, role, Role.BACKGROUND);
    }

    private static double contrast(Palette palette, Role role, Role ground) {
        double a = luminance(palette.argb(role));
        double b = luminance(palette.argb(ground));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xff) + 0.7152 * linear(argb >> 8 & 0xff) + 0.0722 * linear(argb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
