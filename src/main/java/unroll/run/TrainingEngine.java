package unroll.run;

import java.util.function.Supplier;
import unroll.core.kernel.Engine;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Kernels;
import unroll.core.kernel.Runner;

/** An engine with the threads behind it: one for the second half of each batch, one that makes the vector kernel ready. */
public final class TrainingEngine implements AutoCloseable {
    private final PairRunner halves = new PairRunner();
    private final VectorWarmUp warmUp = new VectorWarmUp();
    private final Engine engine;

    private TrainingEngine(boolean withVectors, boolean withHalves) {
        Supplier<Kernel> kernels = withVectors ? warmUp::kernel : Kernels::plain;
        this.engine = new Engine(kernels, withHalves ? halves : Runner.IN_TURN);
    }

    /** All that there is. */
    public static TrainingEngine fastest() {
        return new TrainingEngine(true, true);
    }

    /** A slower one, to compare with. */
    public static TrainingEngine limited(boolean withVectors, int threads) {
        return new TrainingEngine(withVectors, threads > 1);
    }

    public Engine engine() {
        return engine;
    }

    /** Begins to make the vector kernel ready, beside the first iterations. */
    public void start() {
        warmUp.start();
    }

    /** Waits until the vector kernel is ready. */
    public void awaitVectors() throws InterruptedException {
        warmUp.await();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        warmUp.close();
        halves.close();
    }
}
