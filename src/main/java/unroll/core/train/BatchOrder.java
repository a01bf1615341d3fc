package unroll.core.train;

import unroll.core.data.Sequences;
import unroll.core.model.Batch;
import unroll.core.tensor.RandomStream;

/**
 * Which sequences an iteration sees. Of a kept set, every epoch goes once through all, in an order that depends on the
 * seed and the number of the epoch alone; of freshly drawn ones, every iteration has its own. So any iteration's batch
 * can be made again.
 */
public final class BatchOrder {
    private final Sequences sequences;
    private final Batching batching;
    private final int[] order;
    private final boolean equallyLong;
    private final boolean consecutive;
    private final long[] chosen;
    private RandomStream random;
    private long shuffles;

    public BatchOrder(Sequences sequences, Batching batching) {
        this(sequences, batching, false);
    }

    /**
     * An order in which each row can go through sequences that follow one another.
     *
     * @param consecutive whether it does: the sequences then fall into as many stretches as a batch has rows, and what
     *     does not go in evenly is left out
     */
    BatchOrder(Sequences sequences, Batching batching, boolean consecutive) {
        this.consecutive = consecutive;
        this.sequences = sequences;
        this.batching = batching;
        this.order = new int[sequences.areDrawn() ? 0 : sequences.size()];
        this.equallyLong = sequences.areEquallyLong();
        this.chosen = new long[largestBatch()];
        reset();
    }

    /** The number of iterations in which as many sequences are seen as make an epoch. */
    public int iterationsPerEpoch() {
        return consecutive
                ? sequences.size() / largestBatch()
                : (sequences.size() + batching.rows() - 1) / batching.rows();
    }

    /** The rows of the largest batch. */
    public int largestBatch() {
        return Math.min(batching.rows(), sequences.size());
    }

    /**
     * Fills a batch with the sequences of an iteration; it gets the steps of the longest of them.
     *
     * @param iteration from 0
     */
    public void fill(long iteration, Batch batch) {
        int rows = sequences.areDrawn() ? draw(iteration) : choose(iteration);
        batch.resize(steps(rows), rows);
        for (int row = 0; row < rows; row++) {
            sequences.fill(chosen[row], batch, row);
        }
    }

    private int draw(long iteration) {
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] = iteration * chosen.length + row;
        }
        return chosen.length;
    }

    private int choose(long iteration) {
        if (consecutive) {
            return follow((int) (iteration % iterationsPerEpoch()));
        }
        turnTo(iteration / iterationsPerEpoch());
        int first = (int) (iteration % iterationsPerEpoch()) * batching.rows();
        int rows = Math.min(batching.rows(), sequences.size() - first);
        for (int row = 0; row < rows; row++) {
            chosen[row] = order[first + row];
        }
        return rows;
    }

    private int follow(int batch) {
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] = (long) row * iterationsPerEpoch() + batch;
        }
        return chosen.length;
    }

    private int steps(int rows) {
        if (equallyLong) {
            return sequences.steps();
        }
        int longest = 1;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, sequences.length(chosen[row]));
        }
        return longest;
    }

    /** Which sequence stands in a row of the batch that was filled last. */
    long chosen(int row) {
        return chosen[row];
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
