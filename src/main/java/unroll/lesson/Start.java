package unroll.lesson;

import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;

/**
 * A network to begin with.
 *
 * @param weights trained ones that come with the lesson; empty for the first ones, as the experiment's seed draws them
 */
public record Start(Experiment experiment, Optional<Parameters> weights) {
    /** An experiment untrained. */
    public static Start of(Experiment experiment) {
        return new Start(experiment, Optional.empty());
    }

    /** After an edit of the experiment: what was trained fits as long as the network would begin with the same weights. */
    public Start with(Experiment edited) {
        return new Start(edited, experiment.beginsLike(edited) ? weights : Optional.empty());
    }
}
