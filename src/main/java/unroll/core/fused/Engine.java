package unroll.core.fused;

import java.util.function.Supplier;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernels;

/**
 * What training runs on. No number depends on it.
 *
 * @param kernels makes kernels, one for each part of a batch
 * @param runner of the parts
 */
public record Engine(Supplier<Kernel> kernels, Runner runner) {
    /** The fastest kernel, on one thread. */
    public static Engine onOneThread() {
        return new Engine(Kernels::fastest, Runner.IN_TURN);
    }

    public Engine with(Runner replacement) {
        return new Engine(kernels, replacement);
    }
}
