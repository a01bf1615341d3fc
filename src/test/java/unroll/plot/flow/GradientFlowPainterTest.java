package unroll.plot.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.analysis.GradientFlow;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.ExampleTraces;
import unroll.plot.Golden;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Surface;

class GradientFlowPainterTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 280;

    private final Network network = ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1);
    private final Trace trace = ExampleTraces.trace(network, 6, 0.5);
    private final Site h = new Site(0, network.cell().output());

    private static GradientFlowPainter painter(Knowledge knowledge) {
        FlowView view = FlowView.of(knowledge, GradientFlow.ofLayers(knowledge.trace(), 0));
        return new GradientFlowPainter(view, ExampleTraces.english());
    }

    private static Map<Hit.Target, Hit> hits(GradientFlowPainter painter) {
        Map<Hit.Target, Hit> hits = new HashMap<>();
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = 0; x < WIDTH; x += 2) {
                painter.at(x, y, WIDTH, HEIGHT).ifPresent(hit -> hits.put(hit.target(), hit));
            }
        }
        return hits;
    }

    private static int[] pixels(GradientFlowPainter painter) {
        Surface surface = new Surface(WIDTH, HEIGHT, 1);
        surface.paint(painter, Palette.light());
        return surface.pixels();
    }

    @Test
    void theStartLooksAsItDid() throws IOException {
        Golden.assertUnchanged("flow/start", painter(ExampleTraces.at(trace, 0)), new Size(WIDTH, HEIGHT));
    }

    @Test
    void theBackwardPassLooksAsItDid() throws IOException {
        Golden.assertUnchanged("flow/backward", painter(ExampleTraces.after(trace, 9, 3)), new Size(WIDTH, HEIGHT));
    }

    @Test
    void theEndLooksAsItDid() throws IOException {
        Golden.assertUnchanged("flow/end", painter(ExampleTraces.at(trace, 1)), new Size(WIDTH, HEIGHT));
    }

    @Test
    void aHitIsAStepAndItsNormWhereItsDotIs() {
        GradientFlowPainter painter = painter(ExampleTraces.after(trace, 9, 3));
        Map<Hit.Target, Hit> hits = hits(painter);
        int[] pixels = pixels(painter);
        assertEquals(5, hits.size(), "t = 2 … 6 are known");
        for (int t = 2; t <= 6; t++) {
            double norm = trace.gradientNorm(h, t, 0);
            Hit hit = hits.get(new FlowTarget(h, t, norm));
            assertTrue(hit.text().endsWith("‖ = " + NumberFormat.format(norm)), hit.text());
            int x = (int) (hit.area().x() + hit.area().width() / 2);
            int y = (int) (hit.area().y() + hit.area().height() / 2);
            assertEquals(Palette.light().argb(Role.BACKWARD), pixels[y * WIDTH + x]);
        }
        String norm = NumberFormat.format(trace.gradientNorm(h, 2, 0));
        assertEquals("‖∂L/∂h₂‖ = " + norm, painter.description());
    }

    @Test
    void aPartOfASumSaysSo() {
        LossSpec every = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM);
        Trace summed = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1, every), 6, 1);
        GradientFlowPainter painter = painter(ExampleTraces.after(summed, 9, 3));
        assertTrue(painter.description().endsWith("so far (1 of 2 added)"), painter.description());
        assertTrue(hits(painter).values().stream().anyMatch(hit -> hit.text().contains("1 of 2")));
    }

    @Test
    void whatLiesBeyondTheScaleIsStillThere() {
        FlowView view = FlowView.of(ExampleTraces.at(trace, 1), GradientFlow.ofLayers(trace, 0));
        GradientFlowPainter narrow =
                new GradientFlowPainter(view.withRange(new Range(1e-1, 1)), ExampleTraces.english());
        assertTrue(hits(narrow).containsKey(new FlowTarget(h, 1, trace.gradientNorm(h, 1, 0))));
        assertThrows(IllegalArgumentException.class, () -> view.withRange(new Range(0, 1)));
    }

    @Test
    void theTableHoldsNormsAndTheBound() {
        GradientFlowPainter painter = painter(ExampleTraces.after(trace, 9, 3));
        assertEquals(List.of("t", "norm of dh", "bound"), painter.header());
        List<List<String>> rows = painter.rows().toList();
        assertEquals(7, rows.size());
        assertEquals("", rows.get(1).get(1));
        assertEquals(
                NumberFormat.exact(trace.gradientNorm(h, 2, 0)), rows.get(2).get(1));
        double bound =
                GradientFlow.of(trace, 0, 0).bound().orElseThrow().norms().at(2);
        assertEquals(NumberFormat.exact(bound), rows.get(2).get(2));
        List<List<String>> start = painter(ExampleTraces.at(trace, 0)).rows().toList();
        assertTrue(start.stream()
                .allMatch(row -> row.get(1).isEmpty() && row.get(2).isEmpty()));
    }

    @Test
    void everyStateOfEveryLayerHasItsLine() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 2), 6, 1);
        GradientFlowPainter painter = painter(ExampleTraces.at(lstm, 1));
        assertEquals(List.of("t", "norm of dh", "norm of dc", "norm of dh@2", "norm of dc@2"), painter.header());
        assertFalse(painter.description().isEmpty());
    }
}
