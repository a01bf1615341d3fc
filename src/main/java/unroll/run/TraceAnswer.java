package unroll.run;

import unroll.core.trace.Trace;
import unroll.experiment.Setup;

/** What came of a request for a trace. */
public sealed interface TraceAnswer {
    TraceRequest request();

    /** It was made. */
    record Traced(TraceRequest request, Setup setup, Trace trace) implements TraceAnswer {}

    /**
     * It can't be made.
     *
     * @param reason in one line
     */
    record Refused(TraceRequest request, String reason) implements TraceAnswer {}
}
