package unroll.core.model;

/** The rows of a batch, and which of them a step still belongs to. */
record Rows(Batch batch, boolean packed) {
    int count() {
        return batch.rows();
    }

    /** Whether step t lies within the row's length; always so where the batch is not packed. */
    boolean isLive(int t, int row) {
        return !packed || t <= batch.length(row);
    }
}
