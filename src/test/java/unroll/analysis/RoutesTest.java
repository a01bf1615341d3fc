package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class RoutesTest {
    private static final int STEPS = 6;
    private static final int UNITS = 3;

    private static Trace trace() {
        return ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 2, UNITS, 2), STEPS, 1);
    }

    @Test
    void thereIsOneForEachStepAtWhichItCanGoUp() {
        assertEquals(6, Routes.of(trace(), 0, 1, 0).count());
        assertEquals(2, Routes.of(trace(), 0, 5, 0).count());
    }

    /** The routes add up to what moving the lower layer's first state does to the upper layer's last. */
    @Test
    void theyAddUpToTheWhole() {
        Trace trace = trace();
        Tensor total = Routes.of(trace, 0, 1, 0).total();
        Tensor first = Jacobians.of(trace, 0, 0).ofHidden(1);
        double tiny = 1e-6;
        for (int from = 0; from < UNITS; from++) {
            Trace up = startedAt(trace, from, tiny);
            Trace down = startedAt(trace, from, -tiny);
            for (int to = 0; to < UNITS; to++) {
                double expected = 0;
                for (int k = 0; k < UNITS; k++) {
                    expected += total.at(to, k) * first.at(k, from);
                }
                Site upper = new Site(1, trace.network().cell().output());
                double measured = (up.value(upper, STEPS, 0, to) - down.value(upper, STEPS, 0, to)) / (2 * tiny);
                assertEquals(expected, measured, 1e-8);
            }
        }
    }

    private static Trace startedAt(Trace trace, int unit, double value) {
        Network network = trace.network();
        Site lower = new Site(0, network.cell().output());
        double[] state = new double[UNITS];
        state[unit] = value;
        Batch batch = batch(trace);
        return Recorder.record(
                network, trace.parameters(), batch, Conditions.startingFrom(Map.of(lower, Tensor.of(state, 1, UNITS))));
    }

    private static Batch batch(Trace trace) {
        Batch batch = new Batch(trace.network(), STEPS, 1);
        Site input = new Site(0, Quantity.INPUT);
        for (int t = 1; t <= STEPS; t++) {
            for (int unit = 0; unit < 2; unit++) {
                batch.setInput(t, 0, unit, trace.value(input, t, 0, unit));
            }
        }
        return batch;
    }
}
