package unroll.run;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A piece of background work and what came of it, which is there to be looked at any time; nothing calls back.
 *
 * @param <T> its result
 */
public final class Job<T> {
    private record Outcome<T>(T result, Exception failure) {}

    private final Callable<T> work;
    private volatile Outcome<T> outcome;

    Job(Callable<T> work) {
        this.work = work;
    }

    void run() {
        try {
            outcome = new Outcome<>(work.call(), null);
        } catch (Exception failure) {
            outcome = new Outcome<>(null, failure);
        } catch (OutOfMemoryError tooLarge) {
            outcome = new Outcome<>(null, new IllegalStateException("not enough memory", tooLarge));
        }
    }

    /** Whether it has ended, well or not. */
    public boolean isDone() {
        return outcome != null;
    }

    /** Empty while it runs, and when it failed. */
    public Optional<T> result() {
        return Optional.ofNullable(outcome).map(Outcome::result);
    }

    /** Why it failed, if it did. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(outcome).map(Outcome::failure);
    }
}
