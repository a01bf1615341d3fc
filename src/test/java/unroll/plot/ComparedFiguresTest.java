package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unroll.analysis.GradientFlow;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.plot.flow.ComparedFlow;
import unroll.plot.flow.ComparedFlowPainter;
import unroll.plot.flow.FlowView;
import unroll.plot.lanes.ComparedLanesPainter;
import unroll.plot.lanes.ComparedLanesView;

/** What is drawn of two networks together. */
class ComparedFiguresTest {
    private static final int STEPS = 6;
    private static final Wording WORDING = ExampleTraces.english();

    private final Trace plain = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 2, 3, 1), STEPS, 1);
    private final Trace gated = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 2, 3, 1), STEPS, 1);
    private final Trace wider = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 2, 4, 1), STEPS, 1);

    private static ComparedLanesPainter lanes(Trace a, Trace b, double share) {
        Knowledge ofA = ExampleTraces.at(a, share);
        return new ComparedLanesPainter(ComparedLanesView.of(ofA, ExampleTraces.at(b, share), "h"), WORDING);
    }

    private ComparedFlowPainter flow(double share) {
        Knowledge a = ExampleTraces.at(plain, share);
        Knowledge b = ExampleTraces.at(gated, share);
        return new ComparedFlowPainter(
                List.of(
                        new ComparedFlow(Side.A, "rnn", FlowView.of(a, GradientFlow.ofLayers(plain, 0))),
                        new ComparedFlow(Side.B, "lstm", FlowView.of(b, GradientFlow.ofLayers(gated, 0)))),
                WORDING);
    }

    @Test
    void theDifferenceIsOneSideLessTheOther() {
        List<List<String>> rows = lanes(plain, gated, 1).rows().toList();
        assertEquals(9, rows.size(), "three units of A, of B and of A − B");
        for (int unit = 0; unit < 3; unit++) {
            for (int column = 3; column < 3 + STEPS + 1; column++) {
                double a = Double.parseDouble(rows.get(unit).get(column));
                double b = Double.parseDouble(rows.get(3 + unit).get(column));
                assertEquals(a - b, Double.parseDouble(rows.get(6 + unit).get(column)));
            }
        }
    }

    @Test
    void nothingIsSubtractedWhereTheSizesDiffer() {
        assertEquals(7, lanes(plain, wider, 1).rows().count(), "three units of A and four of B");
        assertTrue(texts(lanes(plain, wider, 1)).contains("A has 3 units and B has 4: A − B needs equally many"));
    }

    @Test
    void whatIsNotKnownIsNotSubtracted() {
        List<String> difference = lanes(plain, gated, 0).rows().toList().get(6);
        assertEquals("", difference.get(3 + STEPS));
    }

    @Test
    void bothFlowsStandInOneTable() {
        List<String> header = flow(1).header();
        assertEquals(List.of("t", "A norm of dh"), header.subList(0, 2));
        assertEquals(Set.of("B norm of dh", "B norm of dc"), Set.copyOf(header.subList(2, header.size())));
        assertTrue(texts(flow(1)).containsAll(List.of("A · rnn", "B · lstm")), "with their legend");
    }

    @Test
    void allOfItCanBeWrittenInEveryFormat() throws IOException {
        for (Painter painter : List.of(lanes(plain, gated, 1), lanes(plain, wider, 0.5), flow(0), flow(0.7))) {
            for (FileFormat format : FileFormat.values()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                new Exporter(new Size(600, 300), Palette.light(), 96).write(painter, format, out);
                assertTrue(out.size() > 0, format.name());
            }
        }
    }

    private static List<String> texts(Painter painter) {
        return SvgText.of(painter, new Size(600, 300));
    }
}
