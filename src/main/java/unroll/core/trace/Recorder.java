package unroll.core.trace;

import java.util.Map;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;

/** Makes traces: a pure function of network, parameters, sequences and conditions. */
public final class Recorder {
    private Recorder() {}

    /**
     * Runs the batch forwards and backwards and keeps everything.
     *
     * @param batch handed over: it must not be changed afterwards
     * @param initialStates of shape [rows, H] each; states not named start at zero
     */
    public static Trace record(Network network, Parameters parameters, Batch batch, Map<Site, Tensor> initialStates) {
        return record(network, parameters, batch, Conditions.startingFrom(initialStates));
    }

    /**
     * Runs the batch forwards and backwards and keeps everything.
     *
     * @param batch handed over: it must not be changed afterwards
     * @throws IllegalArgumentException if the network has dropout and there are no masks for it
     */
    public static Trace record(Network network, Parameters parameters, Batch batch, Conditions conditions) {
        Execution execution = Execution.of(network, parameters, batch, Detail.EVERYTHING);
        conditions.initialStates().forEach(execution::setInitialState);
        execution.setTruncation(conditions.truncation());
        if (execution.masks().exist()) {
            conditions
                    .masks()
                    .orElseThrow(() -> new IllegalArgumentException("a network with dropout needs masks"))
                    .into(execution.masks());
        }
        execution.forward();
        execution.backward();
        return new Trace(parameters, execution, conditions);
    }
}
