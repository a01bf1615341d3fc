package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.RandomNetworks;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;

class NudgeTest {
    private static final int STEPS = 4;

    /** Every seventh: all cells, heads, losses and structures still come by. */
    static Stream<Network> networks() {
        List<Network> all = RandomNetworks.all();
        return Stream.iterate(0, i -> i < all.size(), i -> i + 7).map(all::get);
    }

    private static Trace trace(Network network) {
        RandomStream random = new RandomStream(11);
        double[] weights = RandomNetworks.weights(network, random);
        Batch batch = RandomNetworks.batch(network, STEPS, 2, random);
        Parameters parameters = new Parameters(network.parameters(), Tensor.of(weights, weights.length));
        return Recorder.record(network, parameters, batch, Map.of());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void tryingAgreesWithTheBackwardLinesInEveryStructure(Network network) {
        check(trace(network), RandomNetworks.name(network));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm_3-4-2-6-2_ce_all", "gru_after_2layer_3-4-2-6-2_mse_last"})
    void tryingAgreesWithTheBackwardLinesOnReferenceCases(String name) {
        check(OracleCase.load(name).trace(), name);
    }

    private static void check(Trace trace, String what) {
        double loss = trace.loss();
        for (Site site : trace.sites()) {
            if (Nudge.isPossible(trace, site)) {
                int initial = site.direction().initialStep(trace.steps());
                for (int t : site.quantity().carried() ? new int[] {initial, 1, 3} : new int[] {1, 3}) {
                    check(Nudge.ofUnit(trace, site, t, 1, trace.width(site) - 1), what + ", " + site + " at " + t);
                }
            }
        }
        trace.parameters().layout().names().forEach(each -> check(Nudge.ofParameter(trace, each, 0), what + each));
        assertEquals(loss, trace.replay().loss(), 0, "the trace itself is not moved");
    }

    private static void check(Nudge nudge, String what) {
        double scale = Math.max(1, Math.abs(nudge.gradient()));
        assertEquals(nudge.gradient(), nudge.slope(), 1e-7 * scale, what);
        assertEquals(nudge.gradient(), nudge.change() / nudge.by(), 2e-5 * scale, what);
        assertTrue(Double.isFinite(nudge.slope()), what);
    }

    @Test
    void whatIsGivenCannotBeMoved() {
        Trace trace = OracleCase.load("lstm_3-4-2-6-2_ce_all").trace();
        assertFalse(Nudge.isPossible(trace, new Site(0, Quantity.INPUT)));
        assertFalse(Nudge.isPossible(trace, Site.head(Quantity.LOSS)));
        assertTrue(Nudge.isPossible(trace, new Site(0, trace.network().cell().output())));
    }
}
