package unroll.analysis;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import unroll.core.model.Displacement;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * What the loss does when one number of a trace is moved a little: the derivative found by trying, beside the one that the
 * backward lines found. Everything that follows from the moved number is computed again.
 *
 * @param by how far it was moved, up and down
 * @param change L after the move up − L
 * @param slope (L after the move up − L after the move down) / 2 by
 * @param gradient ∂L/∂ the number, by the backward lines
 */
public record Nudge(double by, double change, double slope, double gradient) {
    /** Given, or nothing but the loss itself. */
    private static final Set<Quantity> NEVER =
            Set.of(Quantity.INPUT, Quantity.MASK, Quantity.PLACE, Quantity.PROBABILITIES, Quantity.LOSS);

    /** Far enough for L to change in its digits, and near enough for its slope to stay the same. */
    public static final double STEP = 1e-6;

    /** Whether a vector can be moved by itself: a state or what a line makes of it, on the way to the loss. */
    public static boolean isPossible(Trace trace, Site site) {
        return trace.sites().contains(site) && trace.hasGradient(site) && !NEVER.contains(site.quantity());
    }

    /**
     * Moves a unit at a step.
     *
     * @param site for which {@link #isPossible} holds
     * @param t also the step of the states before the first
     */
    public static Nudge ofUnit(Trace trace, Site site, int t, int row, int unit) {
        DoubleUnaryOperator loss =
                by -> trace.again(trace.parameters()).forward(new Displacement(site, t, row, unit, by));
        return of(trace, loss, trace.gradient(site, t, row, unit));
    }

    /** Moves one number of a parameter. */
    public static Nudge ofParameter(Trace trace, String name, int index) {
        ParameterLayout.Entry entry = trace.parameters().layout().entry(name);
        DoubleUnaryOperator loss = by -> {
            double[] weights = trace.parameters().toArray();
            weights[entry.offset() + index] += by;
            Parameters moved = new Parameters(trace.parameters().layout(), Tensor.of(weights, weights.length));
            return trace.again(moved).forward();
        };
        return of(trace, loss, trace.parameterGradient(name).at(index));
    }

    private static Nudge of(Trace trace, DoubleUnaryOperator loss, double gradient) {
        double up = loss.applyAsDouble(STEP);
        double down = loss.applyAsDouble(-STEP);
        return new Nudge(STEP, up - trace.loss(), (up - down) / (2 * STEP), gradient);
    }
}
