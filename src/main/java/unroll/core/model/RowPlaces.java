package unroll.core.model;

/** Where each row stands in its batch, as a vector that a matrix of biases is multiplied with: 1 at its place, else 0. */
public final class RowPlaces {
    private RowPlaces() {}

    /**
     * Checks that each row of a batch finds a bias.
     *
     * @throws IllegalArgumentException if there are more rows than the matrix has biases for, as when shapes can't be
     *     broadcast
     */
    public static void requireFit(Network network, int rows) {
        int most = network.mostRows();
        if (rows > most) {
            throw new IllegalArgumentException("a bias of shape [" + most + ", " + most
                    + "] cannot be added to a batch of shape [" + rows + ", " + most + "]: it has a row for each of "
                    + most + " rows of the batch, not " + rows);
        }
    }

    /**
     * The places of all rows, {@code [t][row][place]}, the same at all steps.
     *
     * @throws IllegalArgumentException as {@link #requireFit} says
     */
    public static Buffer of(Network network, Batch batch) {
        int places = network.hiddenSize();
        int rows = batch.capacityRows();
        requireFit(network, rows);
        int slots = batch.capacitySteps() + 2;
        Buffer buffer = new Buffer(slots, rows, places);
        for (int slot = 0; slot < slots; slot++) {
            for (int row = 0; row < rows; row++) {
                buffer.data()[buffer.offset(slot, row) + row] = 1;
            }
        }
        return buffer;
    }
}
