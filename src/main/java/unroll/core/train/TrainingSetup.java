package unroll.core.train;

import unroll.core.data.Examples;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.optim.UpdateRule;

/**
 * All that a training run follows from, bit for bit.
 *
 * @param parameters to start from
 */
public record TrainingSetup(
        Network network, Parameters parameters, Examples examples, Batching batching, UpdateRule rule) {
    public TrainingSetup {
        if (!parameters.layout().equals(network.parameters())) {
            throw new IllegalArgumentException(
                    "the parameters " + parameters.layout().names() + " are not those of the network, "
                            + network.parameters().names());
        }
        requireFit(network, examples);
    }

    /** Checks that a network can read examples and answer them. */
    static void requireFit(Network network, Examples examples) {
        int outputs = examples.targets().outputs();
        if (examples.inputSize() != network.inputSize() || outputs != network.outputSize()) {
            throw new IllegalArgumentException("the network has " + network.inputSize() + " inputs and "
                    + network.outputSize() + " outputs, but the examples have " + examples.inputSize() + " and "
                    + outputs);
        }
        if (examples.targets().areClasses() != network.loss().kind().classifies()) {
            throw new IllegalArgumentException(
                    "the loss " + network.loss().kind().id() + " needs "
                            + (network.loss().kind().classifies() ? "classes" : "vectors") + " as targets");
        }
    }
}
