package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;

class NudgeTest {
    @ParameterizedTest
    @ValueSource(strings = {"lstm_3-4-2-6-2_ce_all"})
    void tryingAgreesWithTheBackwardLinesForEveryVector(String name) {
        Trace trace = OracleCase.load(name).trace();
        double loss = trace.loss();
        for (Site site : trace.sites()) {
            boolean moves = !site.quantity().equals(Quantity.INPUT) && trace.hasGradient(site) && !isLoss(site);
            if (moves) {
                for (int t = site.quantity().carried() ? 0 : 1; t <= trace.steps(); t++) {
                    check(Nudge.ofUnit(trace, site, t, 1, trace.width(site) - 1), site + " at " + t);
                }
            }
        }
        trace.parameters().layout().names().forEach(each -> check(Nudge.ofParameter(trace, each, 0), each));
        assertEquals(loss, trace.replay().loss(), 0, "the trace itself is not moved");
    }

    private static boolean isLoss(Site site) {
        return site.quantity().equals(Quantity.LOSS) || site.quantity().equals(Quantity.PROBABILITIES);
    }

    private static void check(Nudge nudge, String what) {
        assertEquals(nudge.gradient(), nudge.slope(), 2e-8, what);
        assertEquals(nudge.gradient(), nudge.change() / nudge.by(), 2e-6, what);
        assertTrue(Double.isFinite(nudge.slope()), what);
    }
}
