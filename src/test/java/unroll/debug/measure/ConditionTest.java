package unroll.debug.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.cell.Lstm;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.LossKind;
import unroll.core.op.Scale;

class ConditionTest {
    private static final Network LSTM = Network.of(new Lstm(), 3, 4, 2, LossSpec.atLast(LossKind.MSE));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|dh| < 1e-6; ‖∂L/∂h‖ < 1.0e-6",
                "norm(dh)<0.5; ‖∂L/∂h‖ < 0.5",
                "‖∂L/∂h_t‖ < 1e-6 · ‖∂L/∂h_T‖; ‖∂L/∂h‖ < 1.0e-6 · ‖∂L/∂h_T‖",
                "|dh| < |dh_T| * 2; ‖∂L/∂h‖ < 2 · ‖∂L/∂h_T‖",
                "|h_t-1| >= |h|; ‖h_t-1‖ ≥ ‖h‖",
                "a.i[3] > -2; a.i[3] > -2",
                "h_12[0] <= 1; h_12[0] ≤ 1",
                "h@2_T-3[1] > 0; h@2_T-3[1] > 0",
                "nonfinite(c); nonfinite(c) > 0",
                "saturated(f) > .9; saturated(f) > 0.9",
                "L > 2; L > 2",
                "loss > inf; loss > Infinity",
                "max(weight_hh_l0) > 3; max(weight_hh_l0) > 3",
                "|dout.weight| > 1; ‖∂L/∂out.weight‖ > 1",
            })
    void readsAndWritesItselfAgain(String typed, String written) throws MeasureProblem {
        Condition condition = Condition.parse(typed);
        assertEquals(written.replace("1.0e-6", "1e-6").replace("Infinity", "∞"), condition.text());
        assertEquals(condition, Condition.parse(condition.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'' ; a name",
                "|dh; | after",
                "|dh|; < , <= , > or >=",
                "|dh| < ; a name",
                "|dh| < 1e-6 ‖; nothing more",
                "mex(h) > 1; mex( )",
                "|h[3]| > 1; no unit",
                "3 > h; a name",
            })
    void saysWhatItExpected(String typed, String expected) {
        String message =
                assertThrows(MeasureProblem.class, () -> Condition.parse(typed)).getMessage();
        assertTrue(message.contains(expected.replace(" ,", ",")), message);
        assertFalse(message.contains("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|z| > 1", "h > 1", "h[4] > 1", "h@2[0] > 1", "saturated(c) > 0.5", "|dloss| > 0"})
    void whatTheNetworkDoesNotHaveIsSaid(String typed) throws MeasureProblem {
        Measure measure = Condition.parse(typed).left();
        assertThrows(MeasureProblem.class, () -> measure.in(LSTM, 0));
    }

    @Test
    void aBlockIsAPartOfItsVector() throws MeasureProblem {
        Target.Vector block = (Target.Vector) Measure.parse("|a.g|").in(LSTM, 0);
        assertEquals("a", block.site().quantity().id());
        assertEquals(8, block.first());
        assertEquals(4, block.units());
    }

    @Test
    void theHeadMeansTheTopLayer() throws MeasureProblem {
        Target.Vector h = (Target.Vector) Measure.parse("|h|").in(LSTM, Site.HEAD);
        assertEquals(0, h.site().layer());
    }

    @Test
    void nothingComparesWithNaN() throws MeasureProblem {
        assertFalse(Condition.parse("h[0] < 1").holds(Double.NaN, Double.NaN));
        assertFalse(Condition.parse("h[0] >= 1").holds(Double.NaN, Double.NaN));
        assertTrue(Condition.parse("|h| < 2 * |h_T|").holds(1, 0.6));
    }

    @Test
    void flatUnitsOfAGateAndOfAStateAreCounted() {
        double[] gate = {0.5, 0.99, 0.01, 0.9};
        assertEquals(0.5, Aggregate.SATURATED.of(gate, Scale.UNIT));
        double[] state = {0, 0.96, -0.96, 0.9};
        assertEquals(0.5, Aggregate.SATURATED.of(state, Scale.SIGNED_UNIT));
        double[] broken = {1, Double.NaN, Double.NEGATIVE_INFINITY, 0};
        assertEquals(2, Aggregate.NONFINITE.of(broken, Scale.SIGNED));
        assertTrue(Double.isNaN(Aggregate.MAX.of(broken, Scale.SIGNED)));
    }
}
