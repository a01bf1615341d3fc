package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;

class StepBackTest {
    private static ScheduledLine handing(Network network) {
        return Schedule.of(network).blocks(Phase.BACKWARD).stream()
                .flatMap(block -> block.lines().stream())
                .filter(ScheduledLine::goesBack)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofOneUnitItIsTheSlopeAndTheWeight() {
        Network network = Network.of(new Rnn(Activation.TANH), 1, 1, 1, LossSpec.atLast(LossKind.MSE));
        double[] weights = new double[network.parameters().size()];
        Arrays.fill(weights, 0.8);
        Batch batch = new Batch(network, 3, 1);
        batch.setInput(1, 0, 0, 1.5);
        batch.setTarget(3, 0, 0, -1);
        Trace trace = Recorder.record(
                network, new Parameters(network.parameters(), Tensor.of(weights, weights.length)), batch, Map.of());
        StepBack back = StepBack.of(trace, handing(network), 2, 0).orElseThrow();
        double h = trace.value(new Site(0, network.cell().output()), 2, 0, 0);
        assertEquals(1 - h * h, back.slopes(), 1e-12);
        assertEquals(0.8, back.matrix(), 1e-12);
    }

    @Test
    void theTwoTogetherAreWhatArrivesAtTheStepBefore() {
        Trace trace = OracleCase.load("rnn_tanh_28-32-10-28-3_ce_last").trace();
        Site h = new Site(0, trace.network().cell().output());
        for (int t = trace.steps(); t > 1; t--) {
            StepBack back = StepBack.of(trace, handing(trace.network()), t, 1).orElseThrow();
            double ratio = trace.gradientNorm(h, t - 1, 1) / trace.gradientNorm(h, t, 1);
            assertEquals(ratio, back.slopes() * back.matrix(), 1e-12 * ratio);
            assertTrue(back.slopes() <= 1, "tanh never steepens");
        }
    }

    @Test
    void gatesHaveSeveralWaysBack() {
        Trace trace = OracleCase.load("lstm_3-4-2-6-2_ce_all").trace();
        assertEquals(Optional.empty(), StepBack.of(trace, handing(trace.network()), 2, 0));
    }
}
