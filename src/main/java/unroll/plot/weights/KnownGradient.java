package unroll.plot.weights;

import java.util.Optional;
import unroll.analysis.GradientShares;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.tensor.Tensor;
import unroll.debug.Knowledge;
import unroll.debug.Progress;

/**
 * The gradient of a parameter as far as it is summed where the debugger stands.
 *
 * @param entry the parameter
 */
public record KnownGradient(Knowledge knowledge, Entry entry) {
    /** A sum that takes more multiplications than fit into a frame is not shown before it is complete. */
    private static final double MOST_MULTIPLICATIONS = 4e6;

    /** How many steps have added their share. */
    public Progress progress() {
        return knowledge.parameters().progress(entry.name());
    }

    /** The sum; empty before the first share, and while it is too long to be summed again for a picture. */
    public Optional<Tensor> sum() {
        Progress progress = progress();
        if (progress.isUnknown()) {
            return Optional.empty();
        }
        if (progress.isComplete()) {
            return Optional.of(knowledge.trace().parameterGradient(entry.name()));
        }
        double multiplications =
                (double) progress.done() * entry.size() * knowledge.trace().rows();
        return multiplications > MOST_MULTIPLICATIONS
                ? Optional.empty()
                : Optional.of(new GradientShares(knowledge.trace(), entry)
                        .at(knowledge.parameters().sharesAdded(entry.name())));
    }
}
