package unroll.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import unroll.core.kernel.Runner;

/**
 * Two tasks side by side: the first on the calling thread, the second on a helper that lasts, or on the caller too if the
 * helper has not come to it by then. Between tasks the helper
 * spins for a moment, since the next one mostly comes within it, and then sleeps. Handing over allocates nothing.
 *
 * <p>The helper starts with the first pair of tasks. Where there is only one processor there is none.
 */
final class PairRunner implements Runner, AutoCloseable {
    /** Longer than an optimiser's step between two batches. */
    private static final long SPIN_NANOS = 300_000;

    private static final int SPINS_BETWEEN_LOOKS = 200;

    private final boolean hasProcessors = Runtime.getRuntime().availableProcessors() > 1;
    private final Thread helper = new Thread(this::work, "unroll-training-half");
    private final Patience callersPatience = new Patience();
    private Runnable task;
    private Throwable fault;
    private int turns;
    /** The last turn whose task somebody has taken up: the helper, or the caller where the helper did not come to it. */
    private final AtomicInteger taken = new AtomicInteger();

    private volatile Thread caller;
    private volatile int given;
    private volatile int done;
    private volatile boolean closed;

    PairRunner() {
        helper.setDaemon(true);
    }

    @Override
    public void run(Runnable first, Runnable second) {
        if (!hasProcessors || closed) {
            IN_TURN.run(first, second);
            return;
        }
        give(second);
        try {
            first.run();
        } finally {
            // A helper that is kept from its processor must not keep the caller waiting.
            if (taken.compareAndSet(turns - 1, turns)) {
                done = turns;
                runTask();
            } else {
                awaitHelper();
            }
        }
        Throwable failed = fault;
        if (failed != null) {
            fault = null;
            throw new IllegalStateException("half of a batch failed: " + failed, failed);
        }
    }

    private void give(Runnable second) {
        caller = Thread.currentThread();
        task = second;
        turns++;
        given = turns;
        if (helper.getState() == Thread.State.NEW) {
            helper.start();
        } else {
            LockSupport.unpark(helper);
        }
    }

    private void awaitHelper() {
        callersPatience.begin();
        while (done != given) {
            callersPatience.pause();
        }
    }

    /** Spins, and sleeps once that has taken long. Whoever changes what is waited for wakes the sleeper. */
    private static final class Patience {
        private long start;
        private int spins;

        void begin() {
            start = System.nanoTime();
            spins = 0;
        }

        /** So short that what is waited for is seen at once. */
        void pause() {
            Thread.onSpinWait();
            spins++;
            if (spins % SPINS_BETWEEN_LOOKS == 0 && System.nanoTime() - start > SPIN_NANOS) {
                LockSupport.park(this);
            }
        }
    }

    private void work() {
        Patience patience = new Patience();
        int seen = 0;
        while (!closed) {
            patience.begin();
            while (given == seen && !closed) {
                patience.pause();
            }
            if (given != seen) {
                seen = given;
                if (taken.compareAndSet(seen - 1, seen)) {
                    runTask();
                    done = seen;
                    LockSupport.unpark(caller);
                }
            }
        }
    }

    private void runTask() {
        try {
            task.run();
        } catch (RuntimeException | Error failed) {
            fault = failed;
        }
    }

    /** Ends the helper; tasks that come later run in turn. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(helper);
    }
}
