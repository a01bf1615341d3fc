package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColorMapTest {
    /** Distance in Oklab that is told apart at a glance. */
    private static final double CLEARLY_DIFFERENT = 0.08;

    static List<Palette> palettes() {
        return List.of(Palette.light(), Palette.dark(), Palette.print());
    }

    static Stream<ColorMap> maps() {
        return palettes().stream()
                .flatMap(palette -> Stream.of(
                        ColorMap.signed(Range.signed(1), palette),
                        ColorMap.sequential(Range.UNIT, palette),
                        ColorMap.logMagnitude(palette)));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void signedValuesLeaveTheSurfaceEvenlyOnBothSides(Palette palette) {
        ColorMap map = ColorMap.signed(Range.signed(2), palette);
        assertEquals(palette.argb(Role.SURFACE), map.argb(0));
        assertEquals(palette.argb(Role.NEGATIVE), map.argb(-2));
        assertEquals(palette.argb(Role.POSITIVE), map.argb(2));
        assertMonotoneLightness(map, 0, 0.5);
        assertMonotoneLightness(map, 0.5, 1);
        assertTrue(distance(map.argb(-1), map.argb(1)) > CLEARLY_DIFFERENT);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void mapsWithoutAMiddleRunInOneDirection(Palette palette) {
        assertMonotoneLightness(ColorMap.sequential(Range.UNIT, palette), 0, 1);
        assertMonotoneLightness(ColorMap.logMagnitude(palette), 0, 1);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void nanAndTheColoursOffTheScaleAreNoneOfTheScale(ColorMap map) {
        for (Legend.Swatch swatch : map.legend().offScale()) {
            for (double position = 0; position <= 1; position += 0.01) {
                int onScale = map.argb(map.valueAt(position));
                assertTrue(distance(swatch.argb(), onScale) > CLEARLY_DIFFERENT, swatch.text() + " at " + position);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void colourBlindEyesTellNanAndTheEndsApart(ColorMap map) {
        Set<Integer> colors = new HashSet<>();
        map.legend().offScale().forEach(swatch -> colors.add(swatch.argb()));
        colors.add(map.argb(map.valueAt(0)));
        colors.add(map.argb(map.valueAt(1)));
        for (int a : colors) {
            for (int b : colors) {
                double seen = distance(ColorBlindness.deuteranopia(a), ColorBlindness.deuteranopia(b));
                assertTrue(
                        a == b || seen > CLEARLY_DIFFERENT / 2, Integer.toHexString(a) + " " + Integer.toHexString(b));
            }
        }
    }

    @Test
    void logMagnitudesHaveOneFixedScale() {
        ColorMap map = ColorMap.logMagnitude(Palette.light());
        int below = Palette.light().argb(Role.BELOW);
        int above = Palette.light().argb(Role.ABOVE);
        assertEquals(below, map.argb(0));
        assertEquals(below, map.argb(9.99e-13));
        assertEquals(0xff440154, map.argb(1e-12));
        assertEquals(0xfffde725, map.argb(-1e3));
        assertEquals(above, map.argb(1000.1));
        assertEquals(above, map.argb(Double.NEGATIVE_INFINITY));
        assertEquals(map.argb(0.02), map.argb(-0.02));
        assertEquals(
                List.of("1e−12", "1e−9", "1e−6", "0.001", "1", "1000"),
                map.legend().ticks().stream().map(Legend.Tick::text).toList());
    }

    @Test
    void aSignedMapNeedsZeroInItsMiddle() {
        assertThrows(IllegalArgumentException.class, () -> ColorMap.signed(Range.UNIT, Palette.light()));
    }

    private static void assertMonotoneLightness(ColorMap map, double from, double to) {
        int steps = 100;
        double direction = Math.signum(lightness(map, to) - lightness(map, from));
        for (int i = 0; i < steps; i++) {
            double here = lightness(map, from + (to - from) * i / steps);
            double next = lightness(map, from + (to - from) * (i + 1) / steps);
            // a colour has 8 bits a channel
            assertTrue((next - here) * direction > -0.002, "at step " + i);
        }
    }

    private static double lightness(ColorMap map, double position) {
        return Oklab.of(map.argb(map.valueAt(position))).lightness();
    }

    private static double distance(int a, int b) {
        return Oklab.of(a).distance(Oklab.of(b));
    }
}
