package unroll.core.fused;

import java.util.Arrays;
import unroll.core.model.Batch;

/**
 * The rows of a batch that one part of it works on, and its steps. In a packed batch the rows are sorted by length, the
 * longest first, so that those a step still belongs to are the first ones.
 */
final class Frame {
    private final boolean packed;
    private final int[] order;
    private final int[] places;
    private final int[] live;
    private int from;
    private int rows;
    private int steps;
    private boolean fromZero = true;

    /** For up to {@code rows} rows and {@code steps} steps. */
    Frame(int rows, int steps, boolean packed) {
        this.packed = packed;
        this.order = new int[rows];
        this.places = new int[rows];
        this.live = new int[steps + 2];
    }

    /**
     * Takes up the rows {@code [first, end)} of a batch.
     *
     * @return whether the number of rows or steps is another one than before
     */
    boolean take(Batch batch, int first, int end) {
        boolean resized = rows != end - first || steps != batch.steps();
        from = first;
        rows = end - first;
        steps = batch.steps();
        if (packed) {
            sort(batch);
        } else {
            for (int row = 0; row < rows; row++) {
                order[row] = from + row;
            }
        }
        for (int row = 0; row < rows; row++) {
            places[order[row] - from] = row;
        }
        return resized;
    }

    /** A counting sort, which keeps rows of equal length in their order. */
    private void sort(Batch batch) {
        Arrays.fill(live, 0);
        for (int row = 0; row < rows; row++) {
            live[batch.length(from + row)]++;
        }
        for (int t = steps - 1; t >= 1; t--) {
            live[t] += live[t + 1];
        }
        // From the back: each row takes the last free place among those that are at least as long.
        for (int row = rows - 1; row >= 0; row--) {
            order[--live[batch.length(from + row)]] = from + row;
        }
        Arrays.fill(live, 0);
        for (int row = 0; row < rows; row++) {
            live[batch.length(order[row])]++;
        }
        for (int t = steps - 1; t >= 1; t--) {
            live[t] += live[t + 1];
        }
    }

    int rows() {
        return rows;
    }

    int steps() {
        return steps;
    }

    /** The row of the batch that is worked on as the given one. */
    int batchRow(int row) {
        return order[row];
    }

    /** Where a row of the batch is worked on, or −1 if it is not one of these. */
    int placeOf(int batchRow) {
        return batchRow >= from && batchRow < from + rows ? places[batchRow - from] : -1;
    }

    /** The number of rows that step t belongs to. */
    int live(int t) {
        return packed ? live[t] : rows;
    }

    /** Says whether what comes before the first steps is zero. */
    void startFromZero(boolean isZero) {
        fromZero = isZero;
    }

    /** Whether a slot holds what comes before the first step and is zero. */
    boolean isZero(int slot) {
        return fromZero && isOutside(slot);
    }

    /** Whether a slot holds what comes before the first step, in either direction. */
    boolean isOutside(int slot) {
        return slot < 1 || slot > steps;
    }
}
