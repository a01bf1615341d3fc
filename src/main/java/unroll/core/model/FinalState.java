package unroll.core.model;

/**
 * The states that both directions end with, side by side: → at T, ← at 1. Lines that read them run at T.
 *
 * @param joined one vector of both, kept at T
 * @param parts the vectors of all steps, the directions side by side
 * @param directionWidth of one of them
 */
record FinalState(Rows rows, Buffer joined, Buffer parts, int directionWidth) {
    /** Gathers the state that each direction ends with. */
    void gather(int t) {
        for (int row = 0; row < rows.count(); row++) {
            int to = joined.offset(t, row);
            System.arraycopy(parts.data(), parts.offset(t, row), joined.data(), to, directionWidth);
            System.arraycopy(
                    parts.data(),
                    parts.offset(1, row) + directionWidth,
                    joined.data(),
                    to + directionWidth,
                    directionWidth);
        }
    }

    /** Adds the gradient of the joined vector to the state that each direction ends with. */
    void scatter(int t) {
        for (int row = 0; row < rows.count(); row++) {
            int from = joined.offset(t, row);
            int last = parts.offset(t, row);
            int first = parts.offset(1, row) + directionWidth;
            for (int i = 0; i < directionWidth; i++) {
                parts.data()[last + i] += joined.data()[from + i];
                parts.data()[first + i] += joined.data()[from + directionWidth + i];
            }
        }
    }
}
