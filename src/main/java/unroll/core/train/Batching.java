package unroll.core.train;

/**
 * How examples become batches.
 *
 * @param rows of a batch; the last of an epoch has fewer where they do not go in evenly
 * @param shuffled whether each epoch has an order of its own
 * @param seed of the shuffling
 */
public record Batching(int rows, boolean shuffled, long seed) {
    public Batching {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, not " + rows);
        }
    }
}
