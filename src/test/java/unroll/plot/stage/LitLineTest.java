package unroll.plot.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Reference;
import unroll.plot.Box;
import unroll.plot.ExampleTraces;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.Viewport;

/** Where the light of a line leaves and arrives. */
class LitLineTest {
    private static final int STEPS = 4;

    static Stream<Network> networks() {
        List<Network> networks = new ArrayList<>();
        List<Cell> cells = List.of(
                new Rnn(Activation.TANH),
                new Lstm(),
                new Gru(Gru.Reset.AFTER),
                new Gru(Gru.Reset.BEFORE),
                new Concat());
        for (Cell cell : cells) {
            LossSpec every = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
            networks.add(ExampleTraces.network(cell, 2, 3, 1));
            networks.add(ExampleTraces.network(cell, 2, 3, 2, every));
            networks.add(ExampleTraces.network(cell, 2, 3, 1).inBothDirections());
        }
        return networks.stream();
    }

    private static LitLine lit(Knowledge knowledge) {
        StagePlan plan = StagePlan.of(knowledge, 0);
        ColumnLayout columns = ColumnLayout.of(900, Viewport.whole(STEPS));
        StageLayout layout = StageLayout.of(plan.tiers(), columns, 420, Placing.ALONE);
        return new LitLine(CurrentLine.of(knowledge).orElseThrow(), new StageEdges(plan, layout));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void itLeavesWhatEachLineReadsAndArrivesAtWhatItWrites(Network network) {
        Trace trace = ExampleTraces.trace(network, STEPS, 1);
        int size = ExampleTraces.at(trace, 1).cursor();
        for (int cursor = 1; cursor <= size; cursor++) {
            Knowledge knowledge = ExampleTraces.at(trace, (double) cursor / size);
            assertEquals(cursor, knowledge.cursor());
            LitLine lit = lit(knowledge);
            String where = lit.line().position().line().plain() + " at t = "
                    + lit.line().position().t();
            Set<Box> reads = boxes(lit, lit.line().flow().reads());
            reads.addAll(loss(lit));
            Set<Box> writes = boxes(lit, lit.line().flow().writes());
            for (Segment way : lit.ways()) {
                assertTrue(isAt(lit, reads, way.start()), where + " from " + way);
                assertTrue(isAt(lit, writes, way.end()), where + " to " + way);
            }
        }
    }

    /** The state after the last step, where a layer runs backwards, is not shown: an edge to it ends at the margin. */
    private static boolean isAt(LitLine lit, Set<Box> places, Point2D point) {
        boolean margin = point.getX() == lit.edges().layout().columns().right();
        return margin || places.stream().anyMatch(box -> touches(lit, box, point));
    }

    @Test
    void everyLineOfTheLstmThatLeadsToAnotherPlaceMoves() {
        Network network = ExampleTraces.network(new Lstm(), 2, 3, 1);
        Trace trace = ExampleTraces.trace(network, STEPS, 1);
        int still = 0;
        int size = ExampleTraces.at(trace, 1).cursor();
        for (int cursor = 1; cursor <= size; cursor++) {
            LitLine lit = lit(ExampleTraces.at(trace, (double) cursor / size));
            String line = lit.line().position().line().plain();
            if (lit.line().position().t() == STEPS && lit.ways().isEmpty()) {
                still++;
                assertTrue(staysInPlace(lit), line + " stands still");
            }
        }
        assertTrue(still > 0, "gates have no place of their own on the stage");
    }

    private static boolean staysInPlace(LitLine lit) {
        Set<Box> reads = boxes(lit, lit.line().flow().reads());
        Set<Box> writes = boxes(lit, lit.line().flow().writes());
        return writes.isEmpty()
                || reads.containsAll(writes)
                || !lit.line().flow().reads().stream().anyMatch(Reference.Gradient.class::isInstance);
    }

    @Test
    void theFirstGradientComesFromTheLoss() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 2, 3, 1), STEPS, 1);
        Knowledge end = ExampleTraces.at(trace, 1);
        int first = end.program().start(Phase.BACKWARD) + 1;
        LitLine lit = lit(new Knowledge(end.program(), first, trace));
        assertEquals(1, lit.ways().size());
        Segment way = lit.ways().get(0);
        assertTrue(touches(lit, loss(lit).iterator().next(), way.start()));
        assertFalse(way.length() < 2);
    }

    private static List<Box> bodies(LitLine lit) {
        List<Box> bodies = new ArrayList<>();
        for (int tier = 0; tier < lit.edges().plan().tiers().size(); tier++) {
            for (int t = 0; t <= STEPS + 1; t++) {
                bodies.add(lit.edges().cell(new Place(tier, Place.BODY), t));
            }
        }
        return bodies;
    }

    private static Set<Box> loss(LitLine lit) {
        Place place = lit.edges().plan().place(Site.head(Quantity.LOSS));
        return Set.of(lit.edges().cell(place, lit.line().position().t()));
    }

    private static Set<Box> boxes(LitLine lit, Set<Reference> references) {
        Set<Box> boxes = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (reference instanceof Reference.Value value) {
                boxes.add(lit.edges().cell(lit.edges().plan().place(value.site()), value.t()));
            } else if (reference instanceof Reference.Gradient gradient) {
                boxes.add(lit.edges().cell(lit.edges().plan().place(gradient.site()), gradient.t()));
            }
        }
        return boxes;
    }

    /** Whether a point lies in a vector's strip or at the end of an edge to its cell. */
    private static boolean touches(LitLine lit, Box strip, Point2D point) {
        Box box = bodies(lit).stream()
                .filter(body -> body.contains(strip.x(), strip.y()))
                .findFirst()
                .orElse(strip);
        double near = lit.edges().layout().edgeGap() + 4;
        return point.getX() >= box.x() - near
                && point.getX() <= box.right() + near
                && point.getY() >= box.y() - near
                && point.getY() <= box.bottom() + near;
    }
}
