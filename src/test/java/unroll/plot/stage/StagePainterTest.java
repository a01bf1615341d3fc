package unroll.plot.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.ExampleTraces;
import unroll.plot.Golden;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;
import unroll.plot.lanes.LanesPainter;
import unroll.plot.lanes.LanesView;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.Viewport;

class StagePainterTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final Palette PALETTE = Palette.light();

    private final Network network = ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1);
    private final Trace trace = ExampleTraces.trace(network, 4, 1);
    private final Site h = new Site(0, network.cell().output());
    private final Site x = new Site(0, Quantity.INPUT);
    private final Site y = Site.head(Quantity.LOGITS);

    private static StagePainter painter(Knowledge knowledge) {
        return new StagePainter(StageView.of(knowledge), ExampleTraces.english());
    }

    private static int[] pixels(Painter painter, int width, int height) {
        Surface surface = new Surface(width, height, 1);
        surface.paint(painter, PALETTE);
        return surface.pixels();
    }

    /** Everything that can be hit, found by trying every other pixel. */
    private static Map<Hit.Target, Hit> hits(Painter painter, int width, int height) {
        Map<Hit.Target, Hit> hits = new HashMap<>();
        for (int py = 0; py < height; py += 2) {
            for (int px = 0; px < width; px += 2) {
                painter.at(px, py, width, height).ifPresent(hit -> hits.putIfAbsent(hit.target(), hit));
            }
        }
        return hits;
    }

    private static int colorAt(int[] pixels, Box area) {
        int px = (int) (area.x() + area.width() / 2);
        int py = (int) (area.y() + area.height() / 2);
        return pixels[py * WIDTH + px];
    }

    @Test
    void theStartLooksAsItDid() throws IOException {
        assertUnchanged("start", StageView.of(ExampleTraces.at(trace, 0)));
    }

    @Test
    void theForwardPassLooksAsItDid() throws IOException {
        assertUnchanged(
                "forward", StageView.of(ExampleTraces.after(trace, 1, 3)).withPulse(0.5));
    }

    @Test
    void theBackwardPassLooksAsItDid() throws IOException {
        StageView view = StageView.of(ExampleTraces.after(trace, 9, 3)).withPulse(0.25);
        assertUnchanged("backward", view.withSelected(new UnitTarget(h, false, 3, 1)));
    }

    private static void assertUnchanged(String name, StageView view) throws IOException {
        StagePainter painter = new StagePainter(view, ExampleTraces.english());
        Golden.assertUnchanged("stage/" + name, painter, new Size(WIDTH, HEIGHT));
    }

    @Test
    void aHitIsTheNumberWhoseColourIsDrawnThere() {
        Knowledge knowledge = ExampleTraces.at(trace, 1);
        StagePainter painter = painter(knowledge);
        int[] pixels = pixels(painter, WIDTH, HEIGHT);
        Map<Hit.Target, Hit> hits = hits(painter, WIDTH, HEIGHT);
        for (int t = 1; t <= trace.steps(); t++) {
            for (int unit = 0; unit < 3; unit++) {
                Hit hit = hits.get(new UnitTarget(h, false, t, unit));
                double value = trace.value(h, t, 0, unit);
                assertEquals(
                        ColorMap.signed(Range.signed(1), PALETTE).argb(value), colorAt(pixels, hit.area()), hit.text());
            }
        }
        String value = NumberFormat.format(trace.value(h, 3, 0, 2));
        String gradient = NumberFormat.format(trace.gradient(h, 3, 0, 2));
        assertEquals(
                "h₃[2] = " + value + "\n∂L/∂h₃[2] = " + gradient,
                hits.get(new UnitTarget(h, false, 3, 2)).text());
        assertTrue(hits.containsKey(new UnitTarget(h, false, 0, 0)), "the initial state is there");
        assertFalse(hits.containsKey(new UnitTarget(x, false, 0, 0)), "there is no input before the first step");
    }

    @Test
    void whatIsNotKnownIsHatchedAndItsEdgesAreGrey() {
        StagePainter painter = painter(ExampleTraces.after(trace, 2, 2));
        int[] pixels = pixels(painter, WIDTH, HEIGHT);
        Map<Hit.Target, Hit> hits = hits(painter, WIDTH, HEIGHT);
        Hit unknown = hits.get(new UnitTarget(h, false, 4, 1));
        assertEquals("h₄[1] is not computed yet", unknown.text());
        Set<Integer> hatch = Set.of(PALETTE.argb(Role.HATCH_GROUND), PALETTE.argb(Role.HATCH_LINE));
        assertTrue(hatch.containsAll(colors(pixels, shrunk(unknown.area(), 5))));
        assertTrue(colors(pixels, hits.get(new EdgeTarget(h, 1, 1)).area()).contains(PALETTE.argb(Role.FORWARD)));
        assertFalse(colors(pixels, hits.get(new EdgeTarget(h, 3, 1)).area()).contains(PALETTE.argb(Role.FORWARD)));
        assertEquals("h₁ has gone along here", hits.get(new EdgeTarget(h, 1, 1)).text());
        assertEquals(
                "h₃ has not gone along here yet",
                hits.get(new EdgeTarget(h, 3, 1)).text());
    }

    private static Box shrunk(Box box, double by) {
        return new Box(box.x() + by, box.y() + by, box.width() - 2 * by, box.height() - 2 * by);
    }

    private static Set<Integer> colors(int[] pixels, Box area) {
        Set<Integer> colors = new TreeSet<>();
        for (int py = (int) area.y(); py < area.bottom(); py++) {
            for (int px = (int) area.x(); px < area.right(); px++) {
                colors.add(pixels[py * WIDTH + px]);
            }
        }
        return colors;
    }

    @Test
    void edgesCarryTheGradientThatCameBackAlongThem() {
        StagePainter painter = painter(ExampleTraces.after(trace, 9, 3));
        Map<Hit.Target, Hit> hits = hits(painter, WIDTH, HEIGHT);
        String back = NumberFormat.format(trace.gradientNorm(h, 2, 0));
        assertEquals(
                "‖part of ∂L/∂h₂ that comes from t = 3‖ = " + back,
                hits.get(new EdgeTarget(h, 2, 1)).text());
        String output = NumberFormat.format(trace.gradientNorm(h, 4, 0));
        assertEquals(
                "‖part of ∂L/∂h₄ that comes from above‖ = " + output,
                hits.get(new EdgeTarget(h, 4, 0)).text());
        String loss = NumberFormat.format(trace.gradientNorm(y, 4, 0));
        assertEquals(
                "‖part of ∂L/∂y₄ that comes from above‖ = " + loss,
                hits.get(new EdgeTarget(y, 4, 0)).text());
        assertFalse(hits.get(new EdgeTarget(h, 1, 1)).text().contains("‖"), "has not come back yet");
        assertFalse(hits.containsKey(new EdgeTarget(y, 3, 0)), "the loss reads the last step only");
    }

    @Test
    void widthGrowsWithTheLogarithmOfTheNorm() {
        EdgeWidth width = new EdgeWidth(16);
        assertEquals(1, width.of(1e-12), 1e-12);
        assertEquals(13, width.of(1), 1e-12);
        assertEquals(16, width.of(1e3), 1e-12);
        assertEquals(width.of(1e-3) - width.of(1e-4), width.of(10) - width.of(1), 1e-12);
        assertEquals(1, width.of(0));
        assertEquals(16, width.of(Double.POSITIVE_INFINITY));
        assertEquals(16, width.of(Double.NaN));
    }

    @Test
    void lossAndTargetAreThere() {
        Map<Hit.Target, Hit> hits = hits(painter(ExampleTraces.at(trace, 1)), WIDTH, HEIGHT);
        Hit loss = hits.get(new UnitTarget(Site.head(Quantity.LOSS), false, 4, 0));
        assertEquals("L₄[0] = " + NumberFormat.format(trace.loss()), loss.text());
        List<String> texts = hitTexts(painter(ExampleTraces.at(trace, 0)));
        assertTrue(texts.contains("y*₄[0] = " + NumberFormat.format(trace.target(4, 0, 0))), texts.toString());
    }

    private static List<String> hitTexts(StagePainter painter) {
        Set<String> texts = new TreeSet<>();
        for (int py = 0; py < HEIGHT; py += 2) {
            for (int px = 0; px < WIDTH; px += 2) {
                painter.at(px, py, WIDTH, HEIGHT).ifPresent(hit -> texts.add(hit.text()));
            }
        }
        return List.copyOf(texts);
    }

    @Test
    void columnsStandExactlyOverThoseOfTheLanes() {
        Knowledge knowledge = ExampleTraces.at(trace, 1);
        for (Viewport viewport : List.of(Viewport.whole(4), new Viewport(1, 3, 4))) {
            StagePainter stage =
                    new StagePainter(StageView.of(knowledge).withViewport(viewport), ExampleTraces.english());
            LanesPainter lanes =
                    new LanesPainter(LanesView.of(knowledge).withViewport(viewport), ExampleTraces.english());
            Map<Hit.Target, Hit> above = hits(stage, WIDTH, HEIGHT);
            Map<Hit.Target, Hit> below = hits(lanes, WIDTH, HEIGHT);
            for (int t = viewport.first(); t <= viewport.last(); t++) {
                UnitTarget unit = new UnitTarget(h, false, t, 1);
                assertEquals(center(below.get(unit)), center(above.get(unit)), 1e-9);
            }
            assertFalse(above.containsKey(new UnitTarget(h, false, viewport.last() + 1, 1)));
        }
    }

    private static double center(Hit hit) {
        return hit.area().x() + hit.area().width() / 2;
    }

    @Test
    void edgesAreAtLeastAsLongAsCellsAreWide() {
        for (Network cells : List.of(network, ExampleTraces.network(new Lstm(), 1, 5, 1))) {
            Trace some = ExampleTraces.trace(cells, 8, 1);
            Site state = new Site(0, cells.cell().output());
            Map<Hit.Target, Hit> hits = hits(painter(ExampleTraces.at(some, 1)), WIDTH, HEIGHT);
            double cell = hits.get(new UnitTarget(state, false, 3, 0)).area().width();
            double edge = hits.get(new EdgeTarget(state, 3, 1)).area().width();
            assertTrue(edge >= cell - 1e-9, edge + " for cells of " + cell);
        }
    }

    @Test
    void twoStatesHaveTwoRoads() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 5, 1), 4, 1);
        Site c = new Site(0, lstm.network().cell().quantity("c"));
        Map<Hit.Target, Hit> hits = hits(painter(ExampleTraces.at(lstm, 1)), WIDTH, HEIGHT);
        Box upper = hits.get(new EdgeTarget(c, 2, 1)).area();
        Box lower = hits.get(new EdgeTarget(h, 2, 1)).area();
        assertTrue(upper.y() < lower.y(), "c above h");
        assertFalse(hits.containsKey(new EdgeTarget(c, 2, 0)), "the head reads h alone");
    }

    @Test
    void layersSendTheirGradientsDown() {
        LossSpec every = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
        Trace gru = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 4, 2, every), 4, 1);
        Site upper = new Site(1, gru.network().cell().output());
        Set<Hit.Target> hits = new HashSet<>(
                hits(painter(ExampleTraces.at(gru, 1)), WIDTH, 420).keySet());
        for (int t = 1; t < 4; t++) {
            assertTrue(hits.containsAll(List.of(
                    new EdgeTarget(h, t, 0),
                    new EdgeTarget(h, t, 1),
                    new EdgeTarget(upper, t, 0),
                    new EdgeTarget(upper, t, 1),
                    new EdgeTarget(y, t, 0))));
        }
    }

    @Test
    void thePulseTravels() {
        Knowledge knowledge = ExampleTraces.after(trace, 9, 3);
        int[] early = pixels(pulse(knowledge, 0.1), WIDTH, HEIGHT);
        int[] late = pixels(pulse(knowledge, 0.9), WIDTH, HEIGHT);
        int[] none = pixels(painter(knowledge), WIDTH, HEIGHT);
        assertTrue(lastDifference(early, none) > lastDifference(late, none), "back in time is to the left");
        assertFalse(Arrays.equals(early, none));
    }

    private static StagePainter pulse(Knowledge knowledge, double position) {
        return new StagePainter(StageView.of(knowledge).withPulse(position), ExampleTraces.english());
    }

    /** The rightmost column in which two pictures differ. */
    private static int lastDifference(int[] one, int[] other) {
        for (int column = WIDTH - 1; column >= 0; column--) {
            for (int row = 0; row < HEIGHT; row++) {
                if (one[row * WIDTH + column] != other[row * WIDTH + column]) {
                    return column;
                }
            }
        }
        return -1;
    }

    @Test
    void aPartOfTheStepsSaysWhichAndTheMapLeadsToAll() {
        Trace long100 = ExampleTraces.trace(network, 100, 1);
        Viewport viewport = Viewport.readable(100, 50, WIDTH);
        StageView view = StageView.of(ExampleTraces.at(long100, 0.5)).withViewport(viewport);
        StagePainter painter = new StagePainter(view, ExampleTraces.english());
        String mark = "t " + viewport.first() + " … " + viewport.last() + " of 100";
        assertTrue(SvgText.of(painter, new Size(WIDTH, HEIGHT)).contains(mark), mark);
        Set<Hit.Target> hits = hits(painter, WIDTH, HEIGHT).keySet();
        assertTrue(hits.contains(new StepTarget(50)) && hits.contains(new MapTarget(99)));
    }

    @Test
    void stepsTooNarrowForEdgesSaySo() {
        Trace long100 = ExampleTraces.trace(network, 100, 1);
        StagePainter painter = painter(ExampleTraces.at(long100, 1));
        List<String> texts = SvgText.of(painter, new Size(WIDTH, HEIGHT));
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("100 steps: cells are strips")), texts.toString());
        Set<Hit.Target> hits = hits(painter, WIDTH, HEIGHT).keySet();
        assertTrue(hits.contains(new UnitTarget(h, false, 50, 1)));
        Trace long800 = ExampleTraces.trace(network, 800, 1);
        List<String> sampled = SvgText.of(painter(ExampleTraces.at(long800, 1)), new Size(WIDTH, HEIGHT));
        assertTrue(sampled.stream().anyMatch(text -> text.contains(" of 800 steps are shown")), sampled.toString());
    }

    @Test
    void theTableHoldsEveryEdgesGradient() {
        StagePainter painter = painter(ExampleTraces.after(trace, 9, 3));
        assertEquals(
                List.of("t", "L", "dx from above", "dh from t+1", "dh from above", "dy from above"), painter.header());
        List<List<String>> rows = painter.rows().toList();
        assertEquals(5, rows.size());
        assertEquals("", rows.get(1).get(3));
        assertEquals(
                NumberFormat.exact(trace.gradientNorm(h, 2, 0)), rows.get(2).get(3));
        assertEquals(NumberFormat.exact(trace.loss()), rows.get(4).get(1));
    }

    @Test
    void everyPlaceOfTheProgramCanBePainted() {
        for (Network each : List.of(
                network,
                ExampleTraces.network(new Lstm(), 2, 40, 2),
                ExampleTraces.network(new Lstm(), 2, 4, 3).inBothDirections(),
                ExampleTraces.network(new Rnn(Activation.RELU), 1, 3, 1).inBothDirections(),
                ExampleTraces.network(
                        new Gru(),
                        1,
                        2,
                        1,
                        new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM)))) {
            Trace some = ExampleTraces.trace(each, 3, 1);
            for (int share = 0; share <= 20; share++) {
                Knowledge knowledge = ExampleTraces.at(some, share / 20.0);
                StageView view = StageView.of(knowledge).withPulse(0.5).withHighlighted(Set.of("h"));
                Painter painter = new StagePainter(view, ExampleTraces.english());
                assertTrue(pixels(painter, 300, 160).length > 0);
                painter.at(150, 80, 300, 160);
            }
        }
    }
}
