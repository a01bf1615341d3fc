package unroll.core.kernel;

/** Runs two tasks, side by side or one after the other, and returns when both are done. */
@FunctionalInterface
public interface Runner {
    /** One after the other on the calling thread. */
    Runner IN_TURN = (first, second) -> {
        first.run();
        second.run();
    };

    void run(Runnable first, Runnable second);
}
