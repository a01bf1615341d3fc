package unroll.run;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Answers requests on a thread of its own, the newest first: a request that came while another was being answered
 * replaces any that still waited. The latest answer is there to be taken at any time; nothing calls back.
 *
 * @param <Q> a request, immutable
 * @param <R> an answer, immutable
 */
public final class NewestFirst<Q, R> implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 10;

    /**
     * How a request is answered.
     *
     * @param <Q> a request, immutable
     * @param <R> an answer, immutable
     */
    @FunctionalInterface
    public interface Answering<Q, R> {
        /**
         * Answers; must not throw: what goes wrong is an answer too.
         *
         * @param replaced whether another request waits already, so that a long answer may be given up
         */
        R answer(Q request, BooleanSupplier replaced);
    }

    private final Answering<Q, R> answering;
    private final Thread thread;
    private final AtomicReference<Q> waiting = new AtomicReference<>();
    private final AtomicReference<R> latest = new AtomicReference<>();
    private volatile boolean closed;

    /** Starts the thread. */
    public NewestFirst(String threadName, Answering<Q, R> answering) {
        this.answering = answering;
        this.thread = new Thread(this::work, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks; an older request that still waits is forgotten. Never waits. */
    public void request(Q request) {
        waiting.set(request);
        LockSupport.unpark(thread);
    }

    /** The latest answer. Never waits. */
    public Optional<R> latest() {
        return Optional.ofNullable(latest.get());
    }

    /** Ends the thread after the answer that it is at. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            TimeUnit.SECONDS.timedJoin(thread, SECONDS_TO_STOP);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReplaced() {
        return closed || waiting.get() != null;
    }

    private void work() {
        while (!closed) {
            Q request = waiting.getAndSet(null);
            if (request == null) {
                LockSupport.park(this);
            } else {
                latest.set(answering.answer(request, this::isReplaced));
            }
        }
    }
}
