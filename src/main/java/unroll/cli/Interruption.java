package unroll.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl+C while something runs: it is asked to end, and the program waits until it has kept what was finished.
 *
 * <p>The program ends by the signal in any case, with the exit code 130.
 */
final class Interruption implements AutoCloseable {
    private static final long SECONDS_TO_KEEP = 20;

    private final AtomicBoolean raised = new AtomicBoolean();
    private final CountDownLatch kept = new CountDownLatch(1);
    private final Thread hook;

    /** Listens from now on. */
    Interruption(Runnable stop) {
        this.hook = new Thread(
                () -> {
                    raised.set(true);
                    stop.run();
                    awaitKept();
                },
                "unroll-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitKept() {
        try {
            kept.await(SECONDS_TO_KEEP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRaised() {
        return raised.get();
    }

    /** Says that all is kept, and stops listening. */
    @Override
    public void close() {
        kept.countDown();
        if (!raised.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // The signal came just now; the hook finds everything kept.
            }
        }
    }
}
