package unroll.core.fused;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where one vector is kept: {@code [slot][row][unit]}, with slot t for time step t, and slots 0 and T + 1 for what comes
 * before the first step of either direction. The slots of a frame with fewer rows lie closer together.
 *
 * @param data working memory, shared by all blocks of a vector
 * @param from the index of the first unit within a row
 * @param stride from one row to the next
 * @param keepsSteps whether each step has a slot, or all share one
 */
@SuppressWarnings("ArrayRecordComponent")
record Place(Frame frame, double[] data, Padding padding, int from, int stride, boolean keepsSteps) {
    private static final int FEW = 4;

    static Place allocate(Frame frame, int slots, int rows, Padding padding) {
        int width = padding.width();
        int size = Math.multiplyExact(Math.multiplyExact(slots, rows), width);
        return new Place(frame, new double[size], padding, 0, width, slots > 1);
    }

    /** The place of one block. */
    Place block(int index) {
        Padding one = Padding.of(1, padding.units(), padding.lanes());
        return new Place(frame, data, one, from + index * padding.blockWidth(), stride, keepsSteps);
    }

    /** This place and the block after it as one, if the other is that block. */
    Optional<Place> joined(Place next) {
        if (data != next.data || next.from != from + width() || next.padding.units() != padding.units()) {
            return Optional.empty();
        }
        Padding both = Padding.of(padding.blocks() + next.padding.blocks(), padding.units(), padding.lanes());
        return Optional.of(new Place(frame, data, both, from, stride, keepsSteps));
    }

    /** Whether the other place is the same part of the same memory. */
    boolean isSame(Place other) {
        return data == other.data && from == other.from && padding.equals(other.padding);
    }

    int index(int slot) {
        return keepsSteps ? from + slot * frame.rows() * stride : from;
    }

    int index(int slot, int row) {
        return index(slot) + row * stride;
    }

    int width() {
        return padding.width();
    }

    /** Sets a row from units that lie one after another. */
    void put(double[] source, int at, int slot, int row) {
        int to = index(slot, row);
        for (int block = 0; block < padding.blocks(); block++) {
            int units = padding.units();
            copy(source, at + block * units, data, to + block * padding.blockWidth(), units);
        }
    }

    /** Copies a row's units one after another. */
    void get(int slot, int row, double[] target, int at) {
        int source = index(slot, row);
        for (int block = 0; block < padding.blocks(); block++) {
            int units = padding.units();
            copy(data, source + block * padding.blockWidth(), target, at + block * units, units);
        }
    }

    /** A call that copies in bulk takes longer to begin than a few units take. */
    private static void copy(double[] source, int from, double[] target, int to, int units) {
        if (units > FEW) {
            System.arraycopy(source, from, target, to, units);
            return;
        }
        for (int unit = 0; unit < units; unit++) {
            target[to + unit] = source[from + unit];
        }
    }

    void clear() {
        Arrays.fill(data, 0);
    }
}
