package unroll.ui.state;

import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.tensor.Tensor;
import unroll.run.TraceAnswer;

/** Changes single weights by hand: the trace follows, and training begins anew from what they then are. */
public final class WeightEdits {
    private final Laboratory laboratory;

    WeightEdits(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Whether the shown weights have numbers among them that were put there by hand. */
    public boolean exist() {
        return laboratory.hasWeightsByHand();
    }

    /**
     * Puts a number in the place of a weight; can be undone. Nothing happens where the network has no such weight.
     *
     * @throws IllegalArgumentException if the number is not finite
     */
    public void set(ParameterEntry entry, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a weight is a finite number, not " + value);
        }
        TraceAnswer.Traced made = laboratory.traced().get();
        if (made == null || !isIn(made.trace().parameters(), entry)) {
            return;
        }
        Parameters weights = made.trace().parameters();
        Tensor tensor = weights.tensor(entry.parameter());
        if (tensor.at(entry.index()) != value) {
            Parameters changed = weights.with(entry.parameter(), tensor.with(entry.index(), value));
            laboratory.useWeights(changed, entry.toString());
        }
    }

    private static boolean isIn(Parameters weights, ParameterEntry entry) {
        ParameterLayout layout = weights.layout();
        return layout.names().contains(entry.parameter())
                && entry.index() >= 0
                && entry.index() < layout.entry(entry.parameter()).size();
    }
}
