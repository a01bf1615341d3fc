package unroll.run;

import java.util.List;
import unroll.core.model.Parameters;
import unroll.core.train.Checkpoint;
import unroll.experiment.Metrics;

/**
 * Where a training run stands; immutable.
 *
 * @param parameters after the iterations done; of a diverged run the latest that gave a finite loss and gradient
 * @param checkpoints rising, and spread evenly; the first is that before the first iteration
 */
public record Snapshot(
        Progress progress, Parameters parameters, Metrics metrics, List<Checkpoint> checkpoints, Status status) {
    public Snapshot {
        checkpoints = List.copyOf(checkpoints);
    }

    /** The latest checkpoint from which the start of an iteration can be reached. */
    public Checkpoint before(long iteration) {
        Checkpoint latest = checkpoints.get(0);
        for (Checkpoint each : checkpoints) {
            latest = each.iteration() < iteration ? each : latest;
        }
        return latest;
    }

    Snapshot with(Status replacement) {
        return new Snapshot(progress, parameters, metrics, checkpoints, replacement);
    }
}
