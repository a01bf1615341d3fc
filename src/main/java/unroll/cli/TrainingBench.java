package unroll.cli;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import unroll.core.kernel.Engine;
import unroll.core.train.Trainer;
import unroll.run.TrainingEngine;

/** Times training steps of a recipe: forward, backward and update. */
final class TrainingBench {
    private static final double WARM_UP_SECONDS = 3;
    private static final double BLOCK_SECONDS = 0.04;
    private static final double NANOS = 1e9;
    private static final double NANOS_TO_MS = 1e6;
    private static final int MOST_BLOCKS = 100_000;

    private final boolean withVectors;
    private final int threads;
    private final double seconds;

    /**
     * @param threads 1 or 2
     * @param seconds of measuring, after the warm-up
     */
    TrainingBench(boolean withVectors, int threads, double seconds) {
        this.withVectors = withVectors;
        this.threads = threads;
        this.seconds = seconds;
    }

    /** Measures one recipe. */
    JsonObject run(Recipe recipe) throws InterruptedException {
        try (TrainingEngine engine = TrainingEngine.limited(withVectors, threads)) {
            if (withVectors) {
                engine.awaitVectors();
            }
            return measure(recipe, engine.engine());
        }
    }

    private JsonObject measure(Recipe recipe, Engine engine) {
        Trainer trainer = recipe.trainer(engine);
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_SECONDS * NANOS) {
            trainer.step();
        }
        double[] blocks = new double[MOST_BLOCKS];
        AllocationCount allocated = new AllocationCount();
        long firstStep = trainer.iteration();
        int count = timeBlocks(trainer, blocks);
        long steps = trainer.iteration() - firstStep;
        long bytes = allocated.bytes();
        Arrays.sort(blocks, 0, count);
        JsonObject result = new JsonObject();
        result.addProperty("recipe", recipe.name());
        result.addProperty("dtype", "float64");
        result.addProperty("initialiser", recipe.initialiser());
        result.addProperty("threads", threads);
        result.addProperty("kernel", engine.kernels().get().id());
        result.addProperty("ms_per_step", blocks[count / 2]);
        result.addProperty("ms_min", blocks[0]);
        result.addProperty("steps", steps);
        result.addProperty("bytes_per_step", bytes / steps);
        return result;
    }

    /** Fills in the milliseconds of a step in each block; returns how many blocks there were. */
    private int timeBlocks(Trainer trainer, double[] blocks) {
        int count = 0;
        long start = System.nanoTime();
        long now = start;
        while ((count == 0 || now - start < seconds * NANOS) && count < MOST_BLOCKS) {
            long blockStart = now;
            int steps = 0;
            while (now - blockStart < BLOCK_SECONDS * NANOS) {
                trainer.step();
                steps++;
                now = System.nanoTime();
            }
            blocks[count++] = (now - blockStart) / NANOS_TO_MS / steps;
        }
        return count;
    }

    /** Runs the first step alone, which is plain whatever comes later; the time from the start of the process to its end. */
    static JsonObject firstStep(Recipe recipe) {
        recipe.trainer(Engine.simple()).step();
        long age = ProcessAge.millis();
        JsonObject result = new JsonObject();
        result.addProperty("recipe", recipe.name());
        result.addProperty("first_step_ms", age);
        return result;
    }

    /** What the threads that run by now allocate from now on; counting allocates nothing itself. */
    private static final class AllocationCount {
        private final ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long[] threads = counters.getAllThreadIds();
        private final long before;

        private AllocationCount() {
            // The first count loads classes.
            total();
            this.before = total();
        }

        private long total() {
            long sum = 0;
            for (long thread : threads) {
                sum += counters.getThreadAllocatedBytes(thread);
            }
            return sum;
        }

        private long bytes() {
            return total() - before;
        }
    }
}
