package unroll.core.train;

import unroll.core.model.Parameters;
import unroll.core.optim.OptimizerState;

/**
 * Where a training run stands; immutable. The order of the examples follows from the iteration.
 *
 * @param iteration how many iterations are done
 */
public record Checkpoint(long iteration, Parameters parameters, OptimizerState optimizer) {
    public Checkpoint {
        if (iteration < 0) {
            throw new IllegalArgumentException("the number of iterations must be from 0 on, not " + iteration);
        }
    }
}
