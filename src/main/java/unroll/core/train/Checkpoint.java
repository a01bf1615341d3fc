package unroll.core.train;

import unroll.core.model.Parameters;
import unroll.core.optim.OptimizerState;
import unroll.core.tensor.Tensor;

/**
 * Where a training run stands; immutable. The order of the examples follows from the iteration.
 *
 * @param iteration how many iterations are done
 * @param states what the rows of the next iteration start from if it goes on from the last, flat; empty where none does
 */
public record Checkpoint(long iteration, Parameters parameters, OptimizerState optimizer, Tensor states) {
    /** Where no states are carried over. */
    public Checkpoint(long iteration, Parameters parameters, OptimizerState optimizer) {
        this(iteration, parameters, optimizer, Tensor.zeros(0));
    }

    public Checkpoint {
        if (iteration < 0) {
            throw new IllegalArgumentException("the number of iterations must be from 0 on, not " + iteration);
        }
    }
}
