package unroll.analysis;

import java.util.Optional;
import unroll.core.cell.Rnn;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;

/**
 * What one step back through time does to the length of ∂L/∂h in a plain cell: the slopes of the activation act first, then
 * the recurrent matrix. Saturation shows in the one, the spectrum in the other; their product is what arrives at the step
 * before, ‖Uᵀ ∂L/∂a_t‖ / ‖∂L/∂h_t‖.
 *
 * @param slopes ‖∂L/∂a_t‖ / ‖∂L/∂h_t‖
 * @param matrix ‖Uᵀ ∂L/∂a_t‖ / ‖∂L/∂a_t‖
 */
public record StepBack(double slopes, double matrix) {
    /**
     * Measures one.
     *
     * @param handing the line that hands the gradient to the step before, δh_{t−1} += Uᵀ δa_t
     * @param t at which it runs
     * @return empty for a cell with gates, where several ways lead back, and where there is no gradient to measure
     */
    public static Optional<StepBack> of(Trace trace, ScheduledLine handing, int t, int row) {
        if (!(trace.network().cell() instanceof Rnn rnn) || !trace.keepsIncrements(handing)) {
            return Optional.empty();
        }
        Quantity inner = rnn.quantities().stream()
                .filter(quantity -> !quantity.carried())
                .findFirst()
                .orElseThrow();
        Site h = handing.chain().site(rnn.output());
        double arriving = trace.gradientNorm(h, t, row);
        double within = trace.gradientNorm(handing.chain().site(inner), t, row);
        StepBack measured = new StepBack(within / arriving, trace.incrementNorm(handing, t, row) / within);
        boolean isMeasured = Double.isFinite(measured.slopes) && Double.isFinite(measured.matrix);
        return isMeasured ? Optional.of(measured) : Optional.empty();
    }
}
