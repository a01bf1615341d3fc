package unroll.plot.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.op.Increment;
import unroll.core.op.VectorLine;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.debug.Reference;
import unroll.plot.ExampleTraces;
import unroll.plot.Golden;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.Surface;
import unroll.plot.SvgText;
import unroll.plot.circuit.CircuitView.Place;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.QuantityTarget;
import unroll.plot.lanes.UnitTarget;

class CircuitPainterTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final int T = 3;

    private final Network network = ExampleTraces.network(new Lstm(), 2, 4, 1);
    private final Trace trace = ExampleTraces.trace(network, T, 1.5);

    private static Stream<Network> networks() {
        return Stream.concat(Cells.networks(), Cells.stacked());
    }

    private static CircuitPainter painter(Knowledge knowledge) {
        return new CircuitPainter(CircuitView.of(knowledge), ExampleTraces.english());
    }

    /** Everything that can be hit, found by trying every third pixel. */
    private static Map<Hit.Target, Hit> hits(CircuitPainter painter) {
        Map<Hit.Target, Hit> hits = new HashMap<>();
        CircuitHits at = new CircuitHits(painter.figure(WIDTH, HEIGHT), ExampleTraces.english());
        for (int y = 0; y < HEIGHT; y += 3) {
            for (int x = 0; x < WIDTH; x += 3) {
                at.at(x, y).ifPresent(hit -> hits.putIfAbsent(hit.target(), hit));
            }
        }
        return hits;
    }

    @Test
    void theForwardPassLooksAsItDid() throws IOException {
        CircuitView view = CircuitView.of(ExampleTraces.after(trace, 6, 2)).withPulse(0.4);
        assertUnchanged("lstm-forward", view.withHighlighted(Set.of("f")));
    }

    @Test
    void theBackwardPassLooksAsItDid() throws IOException {
        Network gru = ExampleTraces.network(new Gru(), 2, 4, 1);
        Knowledge knowledge = ExampleTraces.after(ExampleTraces.trace(gru, T, 1.5), 14, 2);
        UnitTarget selected = new UnitTarget(new Site(0, gru.cell().quantity("n")), true, 2, 1);
        assertUnchanged("gru-backward", CircuitView.of(knowledge).withSelected(selected));
    }

    private static void assertUnchanged(String name, CircuitView view) throws IOException {
        CircuitPainter painter = new CircuitPainter(view, ExampleTraces.english());
        Golden.assertUnchanged("circuit/" + name, painter, new Size(WIDTH, HEIGHT));
    }

    @Test
    void everyNumberOfEveryVectorCanBeHit() {
        Knowledge knowledge = ExampleTraces.after(trace, network.cellLines(0).size(), 2);
        Map<Hit.Target, Hit> hits = hits(painter(knowledge));
        for (String id : List.of("i", "f", "g", "o", "c", "m", "h")) {
            Site site = new Site(0, network.cell().quantity(id));
            for (int unit = 0; unit < 4; unit++) {
                Hit hit = hits.get(new UnitTarget(site, false, 2, unit));
                assertTrue(hit.text().endsWith(NumberFormat.format(trace.value(site, 2, 0, unit))), hit.text());
            }
        }
        Site before = new Site(0, network.cell().quantity("c"));
        assertTrue(hits.containsKey(new UnitTarget(before, false, 1, 3)), "the state before");
        assertTrue(hits.containsKey(new UnitTarget(new Site(0, network.cell().quantity("a")), false, 2, 15)), "a");
    }

    @Test
    void whatHasNotRunIsNotTold() {
        Map<Hit.Target, Hit> hits = hits(painter(ExampleTraces.after(trace, 2, 2)));
        Site i = new Site(0, network.cell().quantity("i"));
        Site f = new Site(0, network.cell().quantity("f"));
        assertEquals(
                "i₂[1] = " + NumberFormat.format(trace.value(i, 2, 0, 1)),
                hits.get(new UnitTarget(i, false, 2, 1)).text());
        assertEquals(
                "f₂[1] is not computed yet",
                hits.get(new UnitTarget(f, false, 2, 1)).text());
        assertFalse(hits.containsKey(new UnitTarget(i, true, 2, 1)), "no gradients in the forward pass");
    }

    @Test
    void goingBackwardTheSameCardsTellTheGradients() {
        Site f = new Site(0, network.cell().quantity("f"));
        Knowledge knowledge = ExampleTraces.at(trace, 1);
        CircuitView view = CircuitView.of(knowledge);
        Place place = new Place(Cells.bottom(network), 2, 0);
        CircuitPainter painter =
                new CircuitPainter(CircuitView.of(view.plan(), place, knowledge), ExampleTraces.english());
        Hit hit = hits(painter).get(new UnitTarget(f, true, 2, 3));
        String gradient = NumberFormat.format(trace.gradient(f, 2, 0, 3));
        assertTrue(hit.text().endsWith("∂L/∂f₂[3] = " + gradient), hit.text());
    }

    @Test
    void symbolsAndWiresNameTheirQuantities() {
        Map<Hit.Target, Hit> hits = hits(painter(ExampleTraces.at(trace, 0.4)));
        for (String id : List.of("x", "h", "c", "i", "f", "g", "o", "m", "a.i", "a.o")) {
            assertTrue(hits.containsKey(new QuantityTarget(Set.of(id))), id);
        }
    }

    @Test
    void aHighlightedQuantityIsBroughtOut() {
        CircuitView view = CircuitView.of(ExampleTraces.at(trace, 0.4));
        int[] plain = pixels(new CircuitPainter(view, ExampleTraces.english()));
        int[] lit = pixels(new CircuitPainter(view.withHighlighted(Set.of("h")), ExampleTraces.english()));
        int changed = 0;
        for (int i = 0; i < plain.length; i++) {
            changed += plain[i] == lit[i] ? 0 : 1;
        }
        assertTrue(changed > 100, "the symbols on two cards and in the sum, and the frames: " + changed);
    }

    private static int[] pixels(CircuitPainter painter) {
        Surface surface = new Surface(WIDTH, HEIGHT, 1);
        surface.paint(painter, Palette.light());
        return surface.pixels();
    }

    @Test
    void theKeyTellsWhatOpenAndClosedLookLike() {
        List<String> texts = SvgText.of(painter(ExampleTraces.at(trace, 1)), new Size(WIDTH, HEIGHT));
        for (String part : List.of("from closed (0) to open (1)", "not computed yet", "gradient has come back")) {
            assertTrue(texts.stream().anyMatch(text -> text.contains(part)), part);
        }
    }

    @Test
    void aFileHasEveryNumberThatIsKnown() {
        CircuitPainter painter = painter(ExampleTraces.after(trace, 2, 2));
        List<List<String>> rows = painter.rows().toList();
        int numbers = 2 + 4 * (2 + 4 + 4 + 3);
        assertEquals(numbers, rows.size(), "x; both states before; a; the gates; c, m and h");
        Site i = new Site(0, network.cell().quantity("i"));
        String exact = NumberFormat.exact(trace.value(i, 2, 0, 3));
        assertTrue(rows.contains(List.of("i", "2", "3", exact, "")), "known");
        assertTrue(rows.contains(List.of("f", "2", "3", "", "")), "not known");
        rows.forEach(row -> assertEquals(painter.header().size(), row.size()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyCellIsPaintedWhereverTheCursorStands(Network each) {
        Trace run = ExampleTraces.trace(each, 2, 1);
        Program program = new Program(Schedule.of(each), 2);
        Surface surface = new Surface(240, 160, 1);
        for (Chain chain : each.chains()) {
            CircuitPlan plan = CircuitPlan.of(each, chain);
            for (int cursor = 0; cursor <= program.size(); cursor += 4) {
                Place place = new Place(chain, 1 + cursor / 4 % 2, 0);
                CircuitView view = CircuitView.of(plan, place, new Knowledge(program, cursor, run));
                CircuitPainter painter = new CircuitPainter(view.withPulse(0.5), ExampleTraces.english());
                surface.paint(painter, Palette.dark());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLitWaysLeadFromWhatALineReadsToWhatItWrites(Network each) {
        Trace run = ExampleTraces.trace(each, 2, 1);
        Program program = new Program(Schedule.of(each), 2);
        Map<Chain, CircuitPlan> plans = new HashMap<>();
        each.chains().forEach(chain -> plans.put(chain, CircuitPlan.of(each, chain)));
        for (int cursor = 1; cursor <= program.end(Phase.BACKWARD); cursor++) {
            Knowledge knowledge = new Knowledge(program, cursor, run);
            Place place = Place.at(knowledge);
            Circuit circuit = plans.get(place.chain()).circuit();
            CurrentLine line = CurrentLine.of(knowledge).orElseThrow();
            LitLine lit = new LitLine(line, circuit, new OpenCell(circuit, place, knowledge));
            boolean inCell = line.position().line().chain().equals(place.chain());
            boolean intoVector = !lit.ways().isEmpty();
            assertTrue(
                    !inCell || intoVector || isOfParameters(line),
                    line.position().line().plain());
            for (LitLine.Way way : lit.ways()) {
                Node start = way.wires().get(0).from();
                Node end = way.wires().get(way.wires().size() - 1).to();
                assertTrue((way.back() ? lit.written() : lit.read()).contains(start), line + ": " + start);
                boolean exit = end instanceof Node.Exit;
                assertTrue(exit || (way.back() ? lit.read() : lit.written()).contains(end), line + ": " + end);
            }
        }
    }

    private static boolean isOfParameters(CurrentLine line) {
        return line.flow().writes().stream().allMatch(Reference.WeightGradient.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyIncrementComesBackAlongOneWire(Network each) {
        Trace run = ExampleTraces.trace(each, 2, 1);
        Knowledge knowledge = ExampleTraces.at(run, 1);
        Place place = new Place(Cells.bottom(each), 2, 0);
        Circuit circuit = CircuitPlan.of(each, place.chain()).circuit();
        WireFlow flow = new WireFlow(new OpenCell(circuit, place, knowledge));
        for (Schedule.Block block : knowledge.program().schedule().blocks(Phase.BACKWARD)) {
            for (Schedule.ScheduledLine line : block.lines()) {
                if (line.chain().equals(place.chain()) && line.line() instanceof VectorLine vector) {
                    for (Increment increment : vector.increments()) {
                        long wires = circuit.wires().stream()
                                .filter(wire -> wire.line() != Wire.NONE
                                        && wire.from().equals(new Node.Vector(increment.target()))
                                        && flow.isThrough(increment, wire))
                                .count();
                        assertEquals(1, wires, increment.plain());
                    }
                }
            }
        }
    }
}
