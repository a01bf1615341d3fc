package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class GradientFlowTest {
    private static final int STEPS = 12;

    private static final LossSpec EVERY = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);

    /** An identity network with a recurrent matrix of our choice. */
    private static Trace linear(Tensor recurrent) {
        Network network = ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, recurrent.extent(0), 1);
        Trace drawn = ExampleTraces.trace(network, STEPS, 1);
        return ExampleTraces.withParameters(drawn, drawn.parameters().with("weight_hh_l0", recurrent));
    }

    @Test
    void aScaledRotationShrinksTheGradientByTheSameFactorEachStepAndMeetsTheBound() {
        double factor = 0.8;
        double cosine = 0.6 * factor;
        double sine = 0.8 * factor;
        Trace trace = linear(Tensor.of(new double[] {cosine, -sine, sine, cosine}, 2, 2));
        GradientFlow flow = GradientFlow.of(trace, 0, 0);
        double last = flow.states().get(0).norms().at(STEPS);
        GradientFlow.Bound bound = flow.bound().orElseThrow();
        assertEquals(factor, bound.factor(), 1e-15);
        assertTrue(bound.fromLastStepOnly());
        for (int t = 0; t <= STEPS; t++) {
            double closedForm = Math.pow(factor, STEPS - t) * last;
            assertEquals(closedForm, flow.states().get(0).norms().at(t), 1e-14 * closedForm);
            assertEquals(closedForm, bound.norms().at(t), 1e-14 * closedForm);
        }
    }

    @Test
    void aDirectionThatIsNotStretchedMostStaysBelowTheBound() {
        Trace trace = linear(Tensor.of(new double[] {0.5, 0, 0, 2}, 2, 2));
        GradientFlow flow = GradientFlow.of(trace, 0, 0);
        Tensor norms = flow.states().get(0).norms();
        GradientFlow.Bound bound = flow.bound().orElseThrow();
        assertEquals(2, bound.sigmaMax(), 1e-14);
        double first = trace.gradient(flow.states().get(0).site(), STEPS, 0, 0);
        double second = trace.gradient(flow.states().get(0).site(), STEPS, 0, 1);
        for (int t = 0; t <= STEPS; t++) {
            int lag = STEPS - t;
            double closedForm = Math.hypot(Math.pow(0.5, lag) * first, Math.pow(2, lag) * second);
            assertEquals(closedForm, norms.at(t), 1e-13 * closedForm);
            assertEquals(
                    Math.pow(2, lag) * norms.at(STEPS),
                    bound.norms().at(t),
                    1e-12 * bound.norms().at(t));
        }
    }

    static Stream<Network> plainNetworks() {
        return Stream.of(
                ExampleTraces.network(new Rnn(Activation.TANH), 2, 5, 1),
                ExampleTraces.network(new Rnn(Activation.SIGMOID), 2, 5, 1),
                ExampleTraces.network(new Rnn(Activation.RELU), 2, 5, 2),
                ExampleTraces.network(new Rnn(Activation.TANH), 1, 4, 3, EVERY));
    }

    @ParameterizedTest
    @MethodSource("plainNetworks")
    void noNormExceedsTheBound(Network network) {
        Trace trace = ExampleTraces.trace(network, STEPS, 1.3);
        List<GradientFlow> layers = GradientFlow.ofLayers(trace, 0);
        assertEquals(network.layers(), layers.size());
        for (GradientFlow flow : layers) {
            GradientFlow.Bound bound = flow.bound().orElseThrow();
            for (int t = 0; t <= STEPS; t++) {
                double norm = flow.states().get(0).norms().at(t);
                assertTrue(norm <= bound.norms().at(t) * (1 + 1e-12), "t = " + t + ": " + norm);
            }
            assertEquals(flow.states().get(0).norms().at(STEPS), bound.norms().at(STEPS), 1e-15);
        }
    }

    @Test
    void onlyALossAtTheEndComesInAtTheEndAlone() {
        Network every = ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1, EVERY);
        Trace trace = ExampleTraces.trace(every, STEPS, 1);
        assertFalse(GradientFlow.of(trace, 0, 0).bound().orElseThrow().fromLastStepOnly());
    }

    @Test
    void theSigmoidHasAQuarterOfTheSlope() {
        Trace trace = ExampleTraces.trace(plainNetworks().toList().get(1), STEPS, 1);
        GradientFlow.Bound bound = GradientFlow.of(trace, 0, 0).bound().orElseThrow();
        assertEquals(bound.sigmaMax() / 4, bound.factor());
    }

    @Test
    void gatedCellsHaveNoSuchBoundButAllTheirStates() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 1), STEPS, 1);
        GradientFlow flow = GradientFlow.of(lstm, 0, 0);
        assertTrue(flow.bound().isEmpty());
        assertEquals(
                List.of("h", "c"),
                flow.states().stream()
                        .map(state -> state.site().quantity().id())
                        .toList());
        Trace gru = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 3, 1), STEPS, 1);
        assertTrue(GradientFlow.of(gru, 0, 0).bound().isEmpty());
    }
}
