package unroll.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A thread for work that takes longer than a frame but is no training: writing figures. Jobs run one after the other. */
public final class Jobs implements AutoCloseable {
    private static final int SECONDS_TO_FINISH = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(job -> {
        Thread worker = new Thread(job, "unroll-jobs");
        worker.setDaemon(true);
        return worker;
    });

    /**
     * Runs a job in the background.
     *
     * @param <T> what it gives
     * @return what came of it, once it is done
     */
    public <T> Job<T> start(Callable<T> work) {
        Job<T> job = new Job<>(work);
        thread.execute(job::run);
        return job;
    }

    /** Forgets the jobs that have not begun and leaves the one that has; nothing is to be started afterwards. */
    public void abandon() {
        thread.shutdownNow();
    }

    /** Lets the jobs that have begun end, for a while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
