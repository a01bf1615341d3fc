package unroll.core.train;

import unroll.core.data.Sequences;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.optim.UpdateRule;

/**
 * All that a training run follows from, bit for bit.
 *
 * @param parameters to start from
 */
public record TrainingSetup(
        Network network, Parameters parameters, Sequences examples, Batching batching, UpdateRule rule) {
    public TrainingSetup {
        if (!parameters.layout().equals(network.parameters())) {
            throw new IllegalArgumentException(
                    "the parameters " + parameters.layout().names() + " are not those of the network, "
                            + network.parameters().names());
        }
        requireFit(network, examples);
        if (batching.rows() > 1 && !examples.areEquallyLong()) {
            requireUnequalLengths(network);
        }
    }

    /** Checks that a network can read sequences and answer them. */
    static void requireFit(Network network, Sequences sequences) {
        if (sequences.inputSize() != network.inputSize() || sequences.outputs() != network.outputSize()) {
            throw new IllegalArgumentException("the network has " + network.inputSize() + " inputs and "
                    + network.outputSize() + " outputs, but the examples have " + sequences.inputSize() + " and "
                    + sequences.outputs());
        }
        if (sequences.areClasses() != network.loss().kind().classifies()) {
            throw new IllegalArgumentException(
                    "the loss " + network.loss().kind().id() + " needs "
                            + (network.loss().kind().classifies() ? "classes" : "vectors") + " as targets");
        }
    }

    /** Whether a network's loss reads each row of a batch at its own end, rather than all at the last step. */
    static boolean readsUnequalLengths(Network network) {
        return network.loss().at() == LossSpec.At.FINAL_STATE || network.loss().overTime() == LossSpec.OverTime.VALID;
    }

    private static void requireUnequalLengths(Network network) {
        if (!readsUnequalLengths(network)) {
            throw new IllegalArgumentException("sequences of unequal length need batches of 1, a loss at the final "
                    + "state, or one over the valid steps");
        }
    }
}
