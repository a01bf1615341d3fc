package unroll.plot.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.ColorMap;
import unroll.plot.ExampleTraces;
import unroll.plot.Golden;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;

class LanesPainterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 360;
    private static final Palette PALETTE = Palette.light();

    private final Network network = ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1);
    private final Trace trace = ExampleTraces.trace(network, 4, 1);
    private final Site h = new Site(0, network.cell().output());

    private static LanesPainter painter(Knowledge knowledge) {
        return new LanesPainter(LanesView.of(knowledge), ExampleTraces.english());
    }

    private static int[] pixels(LanesPainter painter, int width, int height) {
        Surface surface = new Surface(width, height, 1);
        surface.paint(painter, PALETTE);
        return surface.pixels();
    }

    /** The colour in the middle of a unit's place, a little beside the current column's frame. */
    private static int colorOf(int[] pixels, Hit hit) {
        int x = (int) (hit.area().x() + hit.area().width() / 2);
        int y = (int) (hit.area().y() + hit.area().height() / 2);
        return pixels[y * WIDTH + x];
    }

    @Test
    void theStartLooksAsItDid() throws IOException {
        assertUnchanged("start", ExampleTraces.at(trace, 0));
    }

    @Test
    void theForwardPassLooksAsItDid() throws IOException {
        assertUnchanged("forward", ExampleTraces.after(trace, 2, 3));
    }

    @Test
    void theBackwardPassLooksAsItDid() throws IOException {
        assertUnchanged("backward", ExampleTraces.after(trace, 9, 3));
    }

    private void assertUnchanged(String name, Knowledge knowledge) throws IOException {
        LanesView view = LanesView.of(knowledge).withSelected(new UnitTarget(h, false, 2, 1));
        LanesPainter painter = new LanesPainter(view, ExampleTraces.english());
        Golden.assertUnchanged("lanes/" + name, painter, new Size(WIDTH, HEIGHT));
    }

    @Test
    void aHitIsTheNumberWhoseColourIsDrawnThere() {
        Knowledge knowledge = ExampleTraces.at(trace, 1);
        LanesPainter painter = painter(knowledge);
        int[] pixels = pixels(painter, WIDTH, HEIGHT);
        Set<UnitTarget> seen = seen(painter);
        for (int t = 1; t <= trace.steps(); t++) {
            for (int unit = 0; unit < 3; unit++) {
                UnitTarget value = new UnitTarget(h, false, t, unit);
                UnitTarget gradient = new UnitTarget(h, true, t, unit);
                assertTrue(seen.contains(value) && seen.contains(gradient));
                double number = trace.value(h, t, 0, unit);
                Hit hit = hit(painter, value);
                assertEquals(ColorMap.signed(Range.signed(1), PALETTE).argb(number), colorOf(pixels, hit), hit.text());
                assertTrue(hit.text().endsWith("[" + unit + "] = " + NumberFormat.format(number)), hit.text());
                Hit back = hit(painter, gradient);
                double slope = trace.gradient(h, t, 0, unit);
                assertEquals(ColorMap.logMagnitude(PALETTE).argb(slope), colorOf(pixels, back), back.text());
                assertTrue(back.text().startsWith("∂L/∂h"), back.text());
            }
        }
        assertEquals(
                "h₃[1] = " + NumberFormat.format(trace.value(h, 3, 0, 1)),
                hit(painter, h, 3, 1).text());
    }

    private static Set<UnitTarget> seen(LanesPainter painter) {
        Set<UnitTarget> seen = new HashSet<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x += 3) {
                painter.at(x, y, WIDTH, HEIGHT).ifPresent(hit -> seen.add((UnitTarget) hit.target()));
            }
        }
        return seen;
    }

    private static Hit hit(LanesPainter painter, Site site, int t, int unit) {
        return hit(painter, new UnitTarget(site, false, t, unit));
    }

    private static Hit hit(LanesPainter painter, UnitTarget target) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x += 3) {
                Optional<Hit> hit = painter.at(x, y, WIDTH, HEIGHT);
                if (hit.isPresent() && hit.get().target().equals(target)) {
                    return hit.get();
                }
            }
        }
        throw new AssertionError("nothing shows " + target);
    }

    @Test
    void whatIsNotKnownIsHatchedAndSaidSo() {
        LanesPainter painter = painter(ExampleTraces.after(trace, 2, 2));
        int[] pixels = pixels(painter, WIDTH, HEIGHT);
        for (boolean gradient : List.of(false, true)) {
            Hit hit = hit(painter, new UnitTarget(h, gradient, 4, 1));
            assertTrue(hit.text().endsWith("is not computed yet"), hit.text());
            Set<Integer> hatch = Set.of(PALETTE.argb(Role.HATCH_GROUND), PALETTE.argb(Role.HATCH_LINE));
            assertEquals(hatch, colors(pixels, hit));
        }
    }

    private static Set<Integer> colors(int[] pixels, Hit hit) {
        Set<Integer> colors = new TreeSet<>();
        for (int y = (int) hit.area().y() + 2; y < hit.area().bottom() - 2; y++) {
            for (int x = (int) hit.area().x() + 2; x < hit.area().right() - 2; x++) {
                colors.add(pixels[y * WIDTH + x]);
            }
        }
        return colors;
    }

    @Test
    void aPartOfASumIsMarkedAndCounted() {
        Network every = ExampleTraces.network(
                new Rnn(Activation.TANH), 1, 3, 1, LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM));
        Trace summed = ExampleTraces.trace(every, 4, 1);
        LanesPainter painter = painter(ExampleTraces.after(summed, 9, 4));
        Hit hit = hit(painter, new UnitTarget(h, true, 3, 0));
        assertTrue(hit.text().endsWith("so far (1 of 2 added)"), hit.text());
        int row = (int) (hit.area().y() + 2);
        int corner = row * WIDTH + (int) (hit.area().x() + 3);
        assertEquals(PALETTE.argb(Role.FOREGROUND), pixels(painter, WIDTH, HEIGHT)[corner]);
    }

    @Test
    void notANumberHasAColourOfItsOwn() {
        Tensor matrix = Tensor.of(new double[] {Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0}, 3, 3);
        Trace spoilt = ExampleTraces.withParameters(trace, trace.parameters().with("weight_hh_l0", matrix));
        LanesPainter painter = painter(ExampleTraces.at(spoilt, 1));
        Hit hit = hit(painter, new UnitTarget(h, false, 3, 0));
        assertEquals(PALETTE.argb(Role.NAN), colorOf(pixels(painter, WIDTH, HEIGHT), hit));
        assertTrue(hit.text().endsWith("NaN"), hit.text());
    }

    @Test
    void moreUnitsThanPixelsAreSampledAndCounted() {
        Network wide = ExampleTraces.network(new Lstm(), 1, 128, 1);
        Trace long50 = ExampleTraces.trace(wide, 50, 1);
        LanesPainter painter = painter(ExampleTraces.at(long50, 1));
        List<String> texts = texts(painter, 900, 420);
        assertTrue(texts.stream().anyMatch(text -> text.endsWith(" of 128 units")), texts.toString());
        assertTrue(painter.wishedHeight() > 420);
    }

    @Test
    void onlyALayerHasUnits() {
        List<String> texts = texts(painter(ExampleTraces.at(trace, 1)), 900, 900);
        assertTrue(texts.containsAll(List.of("1 input", "3 units", "1 number")), texts.toString());
        assertFalse(texts.contains("1 unit"), texts.toString());
    }

    /** All texts of the picture, from its SVG. */
    private static List<String> texts(LanesPainter painter, int width, int height) {
        return SvgText.of(painter, new Size(width, height));
    }

    @Test
    void lanesThatDoNotFitAreCounted() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 8, 1), 4, 1);
        List<String> texts = texts(painter(ExampleTraces.at(lstm, 1)), 600, 200);
        assertTrue(texts.stream().anyMatch(text -> text.endsWith(" more")), texts.toString());
    }

    @Test
    void theTableHoldsWhatIsKnownExactly() {
        LanesPainter painter = painter(ExampleTraces.after(trace, 2, 2));
        assertEquals(List.of("lane", "unit", "t=0", "t=1", "t=2", "t=3", "t=4"), painter.header());
        List<List<String>> rows = painter.rows().toList();
        assertEquals(1 + 3 + 1 + 1 + 1 + 3, rows.size());
        assertEquals(List.of("h", "2"), rows.get(3).subList(0, 2));
        assertEquals(NumberFormat.exact(trace.value(h, 2, 0, 2)), rows.get(3).get(4));
        assertEquals("", rows.get(3).get(5));
        assertFalse(rows.stream().anyMatch(row -> row.size() != painter.header().size()));
    }
}
