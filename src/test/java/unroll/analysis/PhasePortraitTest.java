package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.analysis.PhasePortrait.Axes;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class PhasePortraitTest {
    private static final Chain ONLY = new Chain(0, Direction.FORWARD);

    private static PhasePortrait portrait(Trace trace, Axes axes) {
        return PhasePortrait.of(trace, ONLY, 0, axes).orElseThrow();
    }

    @Test
    void pointsOnALineHaveOneComponent() {
        Tensor points = Tensor.of(new double[] {0, 0, 1, 2, 2, 4, 3, 6}, 4, 2);
        Plane plane = Plane.principal(points);
        assertEquals(1, plane.shares().at(0), 1e-14);
        assertEquals(0, plane.shares().at(1), 1e-14);
        assertEquals(1 / Math.sqrt(5), plane.axes().at(0, 0), 1e-14);
        assertEquals(2 / Math.sqrt(5), plane.axes().at(0, 1), 1e-14);
        assertEquals(-1.5 * Math.sqrt(5), plane.project(points).at(0, 0), 1e-14);
    }

    @Test
    void whatIsLiftedFromThePlaneProjectsBack() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 7, 1), 20, 1);
        for (Axes axes : new Axes[] {new Axes.Principal(), new Axes.Units(5, 2)}) {
            PhasePortrait portrait = portrait(trace, axes);
            Tensor back = portrait.plane().project(portrait.plane().lift(portrait.path()));
            for (int i = 0; i < back.size(); i++) {
                assertEquals(portrait.path().at(i), back.at(i), 1e-14);
            }
        }
    }

    @Test
    void unitsAreDrawnAtTheirValues() {
        Network network = ExampleTraces.network(new Rnn(Activation.TANH), 1, 5, 1);
        Trace trace = ExampleTraces.trace(network, 12, 1);
        PhasePortrait portrait = portrait(trace, new Axes.Units(4, 1));
        Site h = new Site(0, network.cell().output());
        for (int t = 0; t <= 12; t++) {
            assertEquals(trace.value(h, t, 0, 4), portrait.path().at(t, 0), 1e-15);
            assertEquals(trace.value(h, t, 0, 1), portrait.path().at(t, 1), 1e-15);
        }
        assertEquals(new Axes.Principal(), portrait(trace, new Axes.Units(4, 9)).axes());
    }

    /** F(h) = U h + W x̄ + b, and two units span the whole space. */
    @Test
    void theFlowOfALinearNetworkIsItsClosedForm() {
        Network network = ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, 2, 1);
        Trace trace = ExampleTraces.trace(network, 6, 0.7);
        PhasePortrait.Flow flow = portrait(trace, new Axes.Units(0, 1)).flow().orElseThrow();
        assertTrue(flow.exact());
        Tensor u = trace.parameters().tensor("weight_hh_l0");
        double mean = 0;
        for (int t = 1; t <= 6; t++) {
            mean += trace.value(new Site(0, Quantity.INPUT), t, 0, 0) / 6;
        }
        for (int i = 0; i < flow.from().extent(0); i++) {
            for (int unit = 0; unit < 2; unit++) {
                double expected = u.at(unit, 0) * flow.from().at(i, 0)
                        + u.at(unit, 1) * flow.from().at(i, 1)
                        + trace.parameters().tensor("weight_ih_l0").at(unit) * mean
                        + trace.parameters().tensor("bias_ih_l0").at(unit)
                        + trace.parameters().tensor("bias_hh_l0").at(unit);
                assertEquals(expected, flow.to().at(i, unit), 1e-13);
            }
        }
    }

    @Test
    void thePathStaysInsideTheGridOfItsFlow() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 3, 1), 30, 1);
        PhasePortrait portrait = portrait(trace, new Axes.Principal());
        PhasePortrait.Flow flow = portrait.flow().orElseThrow();
        assertFalse(flow.exact());
        int last = flow.from().extent(0) - 1;
        for (int t = 0; t <= 30; t++) {
            for (int axis = 0; axis < 2; axis++) {
                double at = portrait.path().at(t, axis);
                assertTrue(at > flow.from().at(0, axis) && at < flow.from().at(last, axis));
            }
        }
    }

    @Test
    void aCellWithTwoStatesHasNoFlowOfOne() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 1), 5, 1);
        assertTrue(portrait(trace, new Axes.Principal()).flow().isEmpty());
    }

    @Test
    void oneUnitMovesAlongALine() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 1, 1, 1), 5, 1);
        PhasePortrait portrait = portrait(trace, new Axes.Principal());
        assertEquals(1, portrait.plane().shares().at(0), 1e-14);
        assertEquals(0, portrait.path().at(3, 1));
    }

    @Test
    void statesThatAreNotFiniteHaveNoPortrait() {
        Network network = ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, 2, 1);
        Trace drawn = ExampleTraces.trace(network, 40, 1);
        Tensor huge = Tensor.of(new double[] {1e20, 0, 0, 1e20}, 2, 2);
        Trace trace = ExampleTraces.withParameters(drawn, drawn.parameters().with("weight_hh_l0", huge));
        assertTrue(PhasePortrait.of(trace, ONLY, 0, new Axes.Principal()).isEmpty());
    }
}
