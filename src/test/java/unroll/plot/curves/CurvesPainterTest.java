package unroll.plot.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import unroll.plot.Dash;
import unroll.plot.Hit;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;

class CurvesPainterTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;

    private static CurveSet one(double... values) {
        return new CurveSet(
                "iteration",
                "loss",
                List.of(Series.curve("train", Doubles.counting(1, values.length), Doubles.of(values), 0)));
    }

    @Test
    void aPointIsFoundWhereItIsDrawn() {
        CurvesPainter painter = new CurvesPainter(one(4, 3, 2, 1, 0), CurveOptions.DEFAULT);
        double middle = 0;
        while (painter.placeAt(middle, WIDTH, HEIGHT) < 3) {
            middle++;
        }
        Hit found = null;
        for (int y = 0; y < HEIGHT && found == null; y++) {
            found = painter.at(middle, y, WIDTH, HEIGHT)
                    .filter(hit ->
                            hit.area().contains(hit.area().x() + 5, hit.area().y() + 5))
                    .orElse(null);
        }
        assertEquals(new CurvePoint(0, 3, 2), found.target());
        assertEquals("train: 2, iteration 3", found.text());
        int row = (int) (found.area().y() + 5);
        int column = (int) (found.area().x() + 5);
        int color = pixels(painter)[row * WIDTH + column];
        assertEquals(Palette.light().argb(Role.SERIES_1), color);
    }

    @Test
    void nothingIsHitFarFromCurves() {
        CurvesPainter painter = new CurvesPainter(one(1, 1, 1), CurveOptions.DEFAULT);
        assertTrue(painter.at(WIDTH - 1, HEIGHT - 1, WIDTH, HEIGHT).isEmpty());
    }

    @Test
    void peaksOfDenseCurvesAreKept() {
        double[] flat = new double[100_000];
        double[] peak = flat.clone();
        peak[61_803] = 1;
        peak[0] = 1;
        flat[0] = 1;
        int[] with = pixels(new CurvesPainter(one(peak), CurveOptions.DEFAULT));
        int[] without = pixels(new CurvesPainter(one(flat), CurveOptions.DEFAULT));
        long changed = 0;
        for (int row = 60; row < 160; row++) {
            int from = row * WIDTH;
            changed += Arrays.equals(with, from, from + WIDTH, without, from, from + WIDTH) ? 0 : 1;
        }
        assertEquals(100, changed, "the peak crosses every row between top and bottom");
    }

    @Test
    void whatALogAxisCannotShowIsLeftOut() {
        CurveOptions log = CurveOptions.DEFAULT.withLogY(true);
        double[] values = {1, 0, -5, Double.NaN, Double.POSITIVE_INFINITY, 0.1};
        assertTrue(inkOf(new CurvesPainter(one(values), log)) > 0);
        assertTrue(inkOf(new CurvesPainter(one(Double.NaN, Double.NaN), log)) == 0);
    }

    @Test
    void smoothingKeepsTheLevelAndCalmsTheNoise() {
        Doubles noisy =
                Doubles.of(DoubleStream.iterate(0, i -> i + 1).limit(400).map(i -> i % 2 == 0 ? 1.5 : 0.5));
        Doubles smooth = Smoothing.smooth(noisy, 0.9);
        assertEquals(1.5, smooth.get(0), 1e-12);
        assertEquals(1, smooth.get(399), 0.06);
        assertEquals(noisy, Smoothing.smooth(noisy, 0));
        assertTrue(
                Double.isNaN(Smoothing.smooth(Doubles.of(1, Double.NaN, 1), 0.5).get(1)));
    }

    @Test
    void theZoomDecidesTheScales() {
        CurvesPainter whole = new CurvesPainter(one(100, 1, 1, 1), CurveOptions.DEFAULT);
        CurvesPainter zoomed = new CurvesPainter(one(100, 1, 1, 1), CurveOptions.DEFAULT.withZoom(new Range(2, 4)));
        assertEquals(1.5, span(whole) / span(zoomed), 0.2);
        CurvePoint last = new CurvePoint(0, 4, 1);
        assertTrue(top(zoomed, last) < top(whole, last) - HEIGHT / 4.0, "1 of 100 is low, 1 of 1 is not");
    }

    @Test
    void longNamesLeaveRoomForTheCurve() {
        Series longName = Series.curve("run ".repeat(40), Doubles.of(1, 2), Doubles.of(1, 2), 0);
        CurvesPainter painter = new CurvesPainter(new CurveSet("t", "loss", List.of(longName)), CurveOptions.DEFAULT);
        assertTrue(painter.placeAt(WIDTH * 0.62, WIDTH, HEIGHT) > 2);
        assertTrue(painter.placeAt(WIDTH * 0.5, WIDTH, HEIGHT) < 2);
    }

    /** The wider the labels, the narrower the plot, and the later the place at a point. */
    @Test
    void aNumberWithAnExponentHasItsRoomBesideAFormula() {
        double usual = named("$W$", 0.1234).placeAt(WIDTH / 2.0, WIDTH, HEIGHT);
        double tiny = named("$W$", 1.234e-15).placeAt(WIDTH / 2.0, WIDTH, HEIGHT);
        assertTrue(tiny > usual, tiny + " against " + usual);
    }

    private static CurvesPainter named(String name, double last) {
        Series curve = Series.curve(name, Doubles.of(1, 2), Doubles.of(1, last), 0);
        return new CurvesPainter(new CurveSet("t", "ratio", List.of(curve)), CurveOptions.DEFAULT.withLogY(true));
    }

    @Test
    void emptyFiguresSayWhatToDo() {
        CurveSet nothing = new CurveSet("iteration", "loss", List.of(Series.baseline("chance", 0.5)));
        assertTrue(nothing.isEmpty());
        CurvesPainter silent = new CurvesPainter(nothing, CurveOptions.DEFAULT);
        CurvesPainter speaking = new CurvesPainter(nothing, CurveOptions.DEFAULT.withEmptyText("Train first."));
        assertFalse(Arrays.equals(pixels(silent), pixels(speaking)));
    }

    @Test
    void paintingTwiceGivesTheSamePicture() {
        CurvesPainter painter = new CurvesPainter(one(3, 1, 2), CurveOptions.DEFAULT.withCursor(2));
        assertArrayEquals(pixels(painter), pixels(painter));
    }

    @Test
    void placesMustRise() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> Series.curve("train", Doubles.of(1, 3, 2), Doubles.of(0, 0, 0), 0));
        assertTrue(problem.getMessage().contains("train"), problem.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Series.curve("a", Doubles.of(1), Doubles.of(), 0));
    }

    @Test
    void theMeanOverSeedsHasABandOfOneDeviation() {
        Series one = Series.curve("a", Doubles.of(1, 2, 3), Doubles.of(1, 2, 3), 0);
        Series two = Series.curve("b", Doubles.of(1, 2), Doubles.of(3, 2), 0);
        Series middle = Spread.of("mean", List.of(one, two), Pen.of(0));
        assertEquals(Doubles.of(1, 2), middle.xs(), "only where all were measured");
        assertEquals(Doubles.of(2, 2), middle.ys());
        assertEquals(2 - Math.sqrt(2), middle.band().orElseThrow().low().get(0), 1e-15);
        assertEquals(2, middle.band().orElseThrow().high().get(1));
        CurvesPainter painter = new CurvesPainter(new CurveSet("x", "y", List.of(middle)), CurveOptions.DEFAULT);
        assertEquals(List.of("x", "mean", "mean low", "mean high"), painter.header());
        assertEquals(List.of("2", "2", "2", "2"), painter.rows().toList().get(1));
    }

    @Test
    void aBandIsInkBehindItsCurve() {
        Doubles places = Doubles.counting(1, 5);
        Series plain = Series.curve("a", places, Doubles.of(4, 4, 4, 4, 4), 0);
        Series wide = plain.within(new Band(Doubles.of(1, 1, 1, 1, 1), Doubles.of(7, 7, 7, 7, 7)));
        CurvesPainter painter = new CurvesPainter(new CurveSet("x", "y", List.of(wide)), CurveOptions.DEFAULT);
        int[] pixels = pixels(painter);
        Hit middle = hitAt(painter, new CurvePoint(0, 3, 4));
        int column = (int) (middle.area().x() + 5);
        int above = (int) (middle.area().y() + 5) - 20;
        assertTrue(pixels[above * WIDTH + column] != Palette.light().argb(Role.BACKGROUND));
    }

    @Test
    void aLogarithmicPlaceAxisGivesEachDecadeTheSameRoom() {
        double[] values = new double[1001];
        CurveSet curves = new CurveSet(
                "iteration", "loss", List.of(Series.curve("a", Doubles.counting(0, 1001), Doubles.of(values), 0)));
        CurvesPainter painter = new CurvesPainter(curves, CurveOptions.DEFAULT.withLogX(true));
        double left = place(painter, 1);
        double first = place(painter, 10) - left;
        double second = place(painter, 100) - place(painter, 10);
        assertEquals(first, second, 1.5);
        assertTrue(first > 50, "the axis begins at 1, as 0 has no place on it");
        assertTrue(inkOf(painter) > 0);
    }

    private static double place(CurvesPainter painter, double wanted) {
        double x = 0;
        while (painter.placeAt(x, WIDTH, HEIGHT) < wanted) {
            x += 0.25;
        }
        return x;
    }

    @Test
    void curvesThatAreDenseEverywhereDifferInTheirShapes() {
        double[] noise = new double[20_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i % 2;
        }
        Series curve = Series.curve("a", Doubles.counting(1, noise.length), Doubles.of(noise), 0);
        int[] circles = pixels(
                new CurvesPainter(new CurveSet("x", "y", List.of(curve.drawnWith(Pen.of(0)))), CurveOptions.DEFAULT));
        int[] squares = pixels(new CurvesPainter(
                new CurveSet(
                        "x",
                        "y",
                        List.of(curve.drawnWith(new Pen(0, 0, Pen.of(1).marker())))),
                CurveOptions.DEFAULT));
        assertFalse(Arrays.equals(circles, squares));
    }

    @Test
    void pensOfNeighboursDifferInEverything() {
        for (int i = 0; i < 29; i++) {
            for (int j = i + 1; j < 30; j++) {
                Pen one = Pen.of(i);
                Pen other = Pen.of(j);
                boolean sameDash = Dash.of(one.dash()) == Dash.of(other.dash());
                assertFalse(sameDash && one.marker().equals(other.marker()), i + " and " + j + " print alike");
            }
        }
    }

    @Test
    void aNoteStandsByItsPointAndOnlyWhileItsCurveIsShown() {
        CurveSet curves = one(5, 4, 3, 2, 1);
        CurveOptions noted = CurveOptions.DEFAULT.withNotes(List.of(new CurveNote("train", 3, "forgets here")));
        Size size = new Size(WIDTH, HEIGHT);
        assertTrue(SvgText.of(new CurvesPainter(curves, noted), size).contains("forgets here"));
        CurveOptions elsewhere = CurveOptions.DEFAULT.withNotes(List.of(new CurveNote("test", 3, "forgets here")));
        assertFalse(SvgText.of(new CurvesPainter(curves, elsewhere), size).contains("forgets here"));
        assertFalse(SvgText.of(new CurvesPainter(curves, noted.withZoom(new Range(4, 5))), size)
                .contains("forgets here"));
    }

    private static Hit hitAt(CurvesPainter painter, CurvePoint point) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Optional<Hit> hit = painter.at(x, y, WIDTH, HEIGHT);
                if (hit.isPresent() && hit.get().target().equals(point)) {
                    return hit.get();
                }
            }
        }
        throw new AssertionError(point + " is nowhere");
    }

    private static double span(CurvesPainter painter) {
        return painter.placeAt(WIDTH, WIDTH, HEIGHT) - painter.placeAt(0, WIDTH, HEIGHT);
    }

    private static double top(CurvesPainter painter, CurvePoint point) {
        return hitAt(painter, point).area().y();
    }

    private static long inkOf(CurvesPainter painter) {
        int color = Palette.light().argb(Role.SERIES_1);
        return Arrays.stream(pixels(painter)).filter(pixel -> pixel == color).count();
    }

    private static int[] pixels(CurvesPainter painter) {
        Surface surface = new Surface(WIDTH, HEIGHT, 1);
        surface.paint(painter, Palette.light());
        return surface.pixels();
    }
}
