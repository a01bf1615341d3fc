package unroll.core.train;

import unroll.core.data.Sequences;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.RowPlaces;
import unroll.core.optim.UpdateRule;

/**
 * All that a training run follows from, bit for bit.
 *
 * @param parameters to start from
 * @param regime what is done to the sequences
 */
public record TrainingSetup(
        Network network, Parameters parameters, Sequences examples, Batching batching, UpdateRule rule, Regime regime) {
    /** With whole sequences from zero, and nothing dropped. */
    public TrainingSetup(
            Network network, Parameters parameters, Sequences examples, Batching batching, UpdateRule rule) {
        this(network, parameters, examples, batching, rule, Regime.PLAIN);
    }

    public TrainingSetup {
        if (!parameters.layout().equals(network.parameters())) {
            throw new IllegalArgumentException(
                    "the parameters " + parameters.layout().names() + " are not those of the network, "
                            + network.parameters().names());
        }
        requireFit(network, examples);
        RowPlaces.requireFit(network, Math.min(batching.rows(), examples.size()));
        if (batching.rows() > 1 && !examples.areEquallyLong()) {
            requireUnequalLengths(network);
        }
        regime.initialState().states(network, 1);
        if (regime.carriesStates()) {
            requireCarrying(network, examples, batching, regime);
        }
    }

    private static void requireCarrying(Network network, Sequences examples, Batching batching, Regime regime) {
        if (network.stack().bidirectional()) {
            throw new IllegalArgumentException("truncation and carried states need layers that run one way: one that"
                    + " runs backwards reads what is still to come");
        }
        if (regime.truncation().exists() && !network.loss().atEveryStep()) {
            throw new IllegalArgumentException(
                    "truncation needs a loss at every step: a piece without one has nothing to learn from");
        }
        if (!examples.areEquallyLong()) {
            throw new IllegalArgumentException("truncation and carried states need sequences of equal length");
        }
        boolean mixes = batching.shuffled() || examples.areDrawn();
        if (regime.initialState().isCarried() && mixes) {
            throw new IllegalArgumentException("a carried state needs sequences that follow one another: kept ones, "
                    + "not freshly drawn, and shuffle false");
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
