package unroll.core.train;

import unroll.core.data.Examples;
import unroll.core.model.Batch;
import unroll.core.tensor.RandomStream;

/**
 * Which examples an iteration sees. Every epoch goes once through all of them; the order depends on the seed and the
 * number of the epoch alone, so that any iteration's batch can be made again.
 */
public final class BatchOrder {
    private final Examples examples;
    private final Batching batching;
    private final int[] order;
    private RandomStream random;
    private long shuffles;

    public BatchOrder(Examples examples, Batching batching) {
        this.examples = examples;
        this.batching = batching;
        this.order = new int[examples.size()];
        reset();
    }

    /** The number of iterations in which each example is seen once. */
    public int iterationsPerEpoch() {
        return (examples.size() + batching.rows() - 1) / batching.rows();
    }

    /** The rows of the largest batch. */
    public int largestBatch() {
        return Math.min(batching.rows(), examples.size());
    }

    /**
     * Fills a batch with the examples of an iteration.
     *
     * @param iteration from 0
     */
    public void fill(long iteration, Batch batch) {
        turnTo(iteration / iterationsPerEpoch());
        int first = (int) (iteration % iterationsPerEpoch()) * batching.rows();
        int rows = Math.min(batching.rows(), examples.size() - first);
        batch.resize(examples.steps(), rows);
        for (int row = 0; row < rows; row++) {
            examples.fill(order[first + row], batch, row);
        }
    }

    /** Brings the order to that of an epoch, from 0; each shuffle starts from the order before it. */
    private void turnTo(long epoch) {
        if (!batching.shuffled()) {
            return;
        }
        if (shuffles > epoch + 1) {
            reset();
        }
        while (shuffles <= epoch) {
            random.shuffle(order, order.length);
            shuffles++;
        }
    }

    private void reset() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        random = RandomStream.named(batching.seed(), "shuffle");
        shuffles = 0;
    }
}
