package unroll.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;
import unroll.run.TraceService;

/**
 * The traces that were asked for and have not come. While requests come faster than answers, such as from a slider, an
 * answer to an older one is shown as well: the picture follows, a little behind.
 */
final class Tracing {
    private static final long FOLLOW_EVERY_NANOS = 200_000_000;

    private final TraceService service;
    private final Deque<TraceRequest> asked = new ArrayDeque<>();
    private long lastFollowed;

    Tracing(TraceService service) {
        this.service = service;
    }

    void ask(TraceRequest request) {
        asked.addLast(request);
        service.request(request);
    }

    boolean isWaiting() {
        return !asked.isEmpty();
    }

    /**
     * Whether a training is to be followed now: not while a trace is awaited, nor more often than an eye can follow.
     *
     * @param now ns
     */
    boolean isDue(long now) {
        boolean due = asked.isEmpty() && now - lastFollowed >= FOLLOW_EVERY_NANOS;
        lastFollowed = due ? now : lastFollowed;
        return due;
    }

    /** Answers that are still to come are of no use any more. */
    void forget() {
        asked.clear();
    }

    /** An answer that has come since the last call. */
    @SuppressWarnings("ReferenceEquality") // the same experiment may be asked for twice
    Optional<TraceAnswer> poll() {
        Optional<TraceAnswer> latest = service.latest().filter(answer -> isAsked(answer.request()));
        latest.ifPresent(answer -> {
            while (asked.removeFirst() != answer.request()) {
                // Whatever was asked before has been passed over.
            }
        });
        return latest;
    }

    @SuppressWarnings("ReferenceEquality") // the same experiment may be asked for twice
    private boolean isAsked(TraceRequest request) {
        return asked.stream().anyMatch(each -> each == request);
    }
}
