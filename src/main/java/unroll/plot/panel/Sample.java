package unroll.plot.panel;

import java.util.Optional;
import unroll.core.optim.OptimizerState;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Trace;
import unroll.core.trace.UpdateTrace;

/**
 * What figures are measured of: one row of a trace, and the update that follows from it.
 *
 * @param row of the traced batch
 * @param rule of the update
 * @param optimizer what the optimiser carries from earlier iterations; empty for the first
 */
public record Sample(Trace trace, int row, UpdateRule rule, Optional<OptimizerState> optimizer) {
    /** The first row, with an optimiser that carries nothing yet. */
    public static Sample of(Trace trace, UpdateRule rule) {
        return new Sample(trace, 0, rule, Optional.empty());
    }

    /** The update line by line. */
    public UpdateTrace update() {
        return UpdateTrace.of(trace, rule, optimizer);
    }
}
