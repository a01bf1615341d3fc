package unroll.core.trace;

import unroll.core.model.Buffer;
import unroll.core.tensor.Norms;

/** The numbers of one vector over time, for one row, read where they lie: for those who look at all of them. */
public final class Track {
    private final Buffer buffer;
    private final int row;

    Track(Buffer buffer, int row) {
        if (row < 0 || row >= buffer.rows()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + buffer.rows());
        }
        this.buffer = buffer;
        this.row = row;
    }

    /** How many numbers it has at each step. */
    public int units() {
        return buffer.width();
    }

    /** The number at step {@code t}, 0 … T; units are not checked, as this is asked for every cell of a picture. */
    public double at(int t, int unit) {
        return buffer.data()[buffer.offset(t, row) + unit];
    }

    /** The Euclidean norm over all units of a step. */
    public double norm(int t) {
        return Norms.euclidean(buffer.data(), buffer.offset(t, row), buffer.width());
    }
}
