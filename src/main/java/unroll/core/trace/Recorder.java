package unroll.core.trace;

import java.util.Map;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;

/** Makes traces: a pure function of network, parameters and sequences. */
public final class Recorder {
    private Recorder() {}

    /**
     * Runs the batch forwards and backwards and keeps everything.
     *
     * @param batch handed over: it must not be changed afterwards
     * @param initialStates of shape [rows, H] each; states not named start at zero
     */
    public static Trace record(Network network, Parameters parameters, Batch batch, Map<Site, Tensor> initialStates) {
        Execution execution = Execution.of(network, parameters, batch, Detail.EVERYTHING);
        initialStates.forEach(execution::setInitialState);
        execution.forward();
        execution.backward();
        return new Trace(parameters, execution, initialStates);
    }
}
