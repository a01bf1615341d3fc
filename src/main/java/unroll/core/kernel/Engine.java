package unroll.core.kernel;

import java.util.function.Supplier;

/**
 * What training runs on. No number depends on it.
 *
 * @param kernels makes kernels, one for each part of a batch
 * @param runner of the parts
 */
public record Engine(Supplier<Kernel> kernels, Runner runner) {
    /** Plain loops on one thread: for what is short, or has no thread to make vectors ready. */
    public static Engine simple() {
        return new Engine(Kernels::plain, Runner.IN_TURN);
    }

    /** The same on one thread. */
    public Engine inTurn() {
        return new Engine(kernels, Runner.IN_TURN);
    }
}
