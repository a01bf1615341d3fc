package unroll.run;

import java.util.Optional;
import unroll.core.optim.OptimizerState;
import unroll.core.trace.Trace;
import unroll.experiment.Setup;
import unroll.io.Phrase;

/** What came of a request for a trace. */
public sealed interface TraceAnswer {
    TraceRequest request();

    /**
     * It was made.
     *
     * @param optimizer what the optimiser carried when a traced iteration began; empty for an example
     */
    record Traced(TraceRequest request, Setup setup, Trace trace, Optional<OptimizerState> optimizer)
            implements TraceAnswer {}

    /**
     * It can't be made.
     *
     * @param reason in one line
     */
    record Refused(TraceRequest request, Phrase reason) implements TraceAnswer {}

    /** It was given up, because another was asked for meanwhile. */
    record GivenUp(TraceRequest request) implements TraceAnswer {}
}
