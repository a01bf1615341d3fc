package unroll.plot.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import unroll.analysis.LossSplit;
import unroll.analysis.PhasePortrait;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.Described;
import unroll.plot.ExampleTraces;
import unroll.plot.Painter;
import unroll.plot.Size;
import unroll.plot.SvgText;
import unroll.plot.Tabular;

/** What single figures say. */
class FigureContentTest {
    private static final int STEPS = 9;
    private static final Size SIZE = new Size(640, 360);

    private final Trace tanh = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1), STEPS, 1);

    private static Painter painter(PanelFigure figure, Trace trace, PanelOptions options, double share) {
        return figure.measure(ExampleTraces.sample(trace), options)
                .at(ExampleTraces.at(trace, share), ExampleTraces.english());
    }

    private static String text(PanelFigure figure, Trace trace, PanelOptions options, double share) {
        return String.join(" ", SvgText.of(painter(figure, trace, options, share), SIZE));
    }

    private static Trace linear(double... recurrent) {
        Trace drawn = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, 2, 1), STEPS, 1);
        return ExampleTraces.withParameters(drawn, drawn.parameters().with("weight_hh_l0", Tensor.of(recurrent, 2, 2)));
    }

    @Test
    void theSpectrumSaysWhatFollowsFromTheMatrix() {
        assertTrue(text(PanelFigure.SPECTRUM, linear(0.5, 0, 0, 0.25), PanelOptions.DEFAULT, 1)
                .contains("sufficient"));
        assertTrue(text(PanelFigure.SPECTRUM, linear(1.5, 0, 0, 1), PanelOptions.DEFAULT, 1)
                .contains("explode"));
        Trace gru = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 3, 1), STEPS, 1);
        String gated = text(PanelFigure.SPECTRUM, gru, PanelOptions.DEFAULT, 1);
        assertTrue(gated.contains("gates take part") && !gated.contains("sufficient"), gated);
    }

    @Test
    void theLargestStretchHasOneNameInAllPanels() {
        Described painter = (Described) painter(PanelFigure.SPECTRUM, tanh, PanelOptions.DEFAULT, 1);
        String spectrum = painter.description();
        assertTrue(spectrum.contains("‖U‖ = "), spectrum);
        ResourceBundle texts = ExampleTraces.english().texts();
        texts.keySet().forEach(key -> assertFalse(texts.getString(key).contains("\\sigma_"), key));
    }

    @Test
    void theTableOfTheSpectrumHoldsTheClosedForm() {
        Tabular table = (Tabular) painter(PanelFigure.SPECTRUM, linear(0.5, 0, 0, 2), PanelOptions.DEFAULT, 1);
        List<String> last = table.rows().reduce((before, after) -> after).orElseThrow();
        assertEquals("9", last.get(0));
        assertEquals(512, Double.parseDouble(last.get(1)), 1e-9);
        assertEquals(1 / 512.0, Double.parseDouble(last.get(2)), 1e-12);
    }

    @Test
    void theSplitsOfAStepStackUpToAtLeastTheWhole() {
        LossSpec every = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 1, every), STEPS, 1);
        LossSplit split = LossSplit.of(lstm, 0, STEPS);
        Tabular table = (Tabular) painter(PanelFigure.LOSS_SPLIT, lstm, PanelOptions.DEFAULT.withState(1), 1);
        Site c = new Site(0, lstm.network().cell().states().get(1));
        assertEquals("from the loss at 9", table.header().get(STEPS + 1));
        List<List<String>> rows = table.rows().toList();
        for (int t = 0; t <= STEPS; t++) {
            double sum = 0;
            for (int k = 0; k < STEPS; k++) {
                double part = Double.parseDouble(rows.get(t).get(k + 2));
                assertEquals(split.norms().get(c).at(k, t), part);
                sum += part;
            }
            assertTrue(sum >= Double.parseDouble(rows.get(t).get(1)) * (1 - 1e-12));
        }
    }

    @Test
    void sharesAppearAsTheirLinesRun() {
        Tabular half = (Tabular) painter(PanelFigure.SHARES, tanh, PanelOptions.DEFAULT, 0.75);
        List<List<String>> rows = half.rows().toList();
        long known = rows.stream().filter(row -> !row.get(1).isEmpty()).count();
        assertTrue(known > 0 && known < STEPS, "known: " + known);
        assertTrue(rows.get(0).get(1).isEmpty() && !rows.get(STEPS - 1).get(1).isEmpty(), "the last step comes first");
    }

    @Test
    void thePortraitNamesItsAxesAndGrowsWithTheCursor() {
        assertTrue(text(PanelFigure.PHASE, tanh, PanelOptions.DEFAULT, 1).contains("first principal component"));
        PanelOptions units = PanelOptions.DEFAULT.withAxes(new PhasePortrait.Axes.Units(2, 0));
        assertTrue(text(PanelFigure.PHASE, tanh, units, 1).contains("unit 2 of"));
        Tabular early = (Tabular) painter(PanelFigure.PHASE, tanh, units, 0.2);
        assertTrue(early.rows().count() < STEPS + 1);
        assertEquals(
                STEPS + 1,
                ((Tabular) painter(PanelFigure.PHASE, tanh, units, 1)).rows().count());
    }

    @Test
    void anActivationWithoutAFlatPartIsSaidToHaveNone() {
        assertTrue(text(PanelFigure.SATURATION, linear(1, 0, 0, 1), PanelOptions.DEFAULT, 1)
                .contains("no flat part"));
        String gates = text(PanelFigure.SATURATION, tanh, PanelOptions.DEFAULT, 1);
        assertTrue(gates.contains("share of units in the flat part"), gates);
    }

    @Test
    void aGradientThatIsNotSummedIsEmptyInTheTableOfWeights() {
        Tabular start = (Tabular) painter(PanelFigure.WEIGHTS, tanh, PanelOptions.DEFAULT, 0);
        assertTrue(
                start.rows().allMatch(row -> row.get(4).isEmpty() && !row.get(3).isEmpty()));
        Tabular end = (Tabular) painter(PanelFigure.WEIGHTS, tanh, PanelOptions.DEFAULT, 1);
        List<String> first = end.rows().findFirst().orElseThrow();
        assertEquals("weight_ih_l0", first.get(0));
        assertEquals(tanh.parameterGradient("weight_ih_l0").at(0), Double.parseDouble(first.get(4)));
    }

    @Test
    void theFlowStatesItsRangeAndWhereFloat32Underflows() {
        Trace vanishing = linear(1e-9, 0, 0, 1e-9);
        String fixed = text(PanelFigure.GRADIENT_FLOW, vanishing, PanelOptions.DEFAULT, 1);
        assertTrue(fixed.contains("from 1e\u221212 to 1000") && !fixed.contains("float32"), fixed);
        String fitted = text(PanelFigure.GRADIENT_FLOW, vanishing, PanelOptions.DEFAULT.withFitted(true), 1);
        assertTrue(fitted.contains("float32 underflows below 1.175e\u221238"), fitted);
    }

    @Test
    void theRoadsOfAGradientAreNamed() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 2), STEPS, 1);
        String roads = text(PanelFigure.GRADIENT_FLOW, lstm, PanelOptions.DEFAULT.withRoads(true), 1);
        for (String road : List.of("from above", "from t + 1", "from h")) {
            assertTrue(roads.contains(road), road + " in " + roads);
        }
        assertFalse(roads.contains("from the loss"), "the lower layer meets no loss");
        assertFalse(
                text(PanelFigure.GRADIENT_FLOW, lstm, PanelOptions.DEFAULT, 1).contains("from above"));
    }

    @Test
    void theCliffNamesBothDescents() {
        String cliff = text(PanelFigure.LOSS_SURFACE, tanh, PanelOptions.DEFAULT, 0);
        assertTrue(cliff.contains("gradient descent, rate 0.05") && cliff.contains("clipped to norm 1"), cliff);
    }
}
