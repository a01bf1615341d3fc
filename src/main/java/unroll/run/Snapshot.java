package unroll.run;

import java.util.List;
import unroll.core.model.Parameters;
import unroll.core.train.Checkpoint;
import unroll.experiment.Metrics;

/**
 * Where a training run stands; immutable.
 *
 * @param parameters after the iterations done; of a diverged run the latest that gave a finite loss and gradient
 * @param checkpoints kept at even distances, rising; the first is that before the first iteration
 */
public record Snapshot(
        Progress progress, Parameters parameters, Metrics metrics, List<Checkpoint> checkpoints, Status status) {
    public Snapshot {
        checkpoints = List.copyOf(checkpoints);
    }

    /** The parameters that a network had after some iterations. */
    public record Moment(long iteration, Parameters parameters) {}

    /** The kept moment that is nearest to an iteration. */
    public Moment nearest(long iteration) {
        Checkpoint nearest = checkpoints.get(0);
        for (Checkpoint each : checkpoints) {
            if (Math.abs(each.iteration() - iteration) < Math.abs(nearest.iteration() - iteration)) {
                nearest = each;
            }
        }
        return new Moment(nearest.iteration(), nearest.parameters());
    }

    Snapshot with(Status replacement) {
        return new Snapshot(progress, parameters, metrics, checkpoints, replacement);
    }
}
