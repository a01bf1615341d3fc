package unroll.core.fused;

/** A copy of a weight matrix as a right factor, with zeros where vectors have room between their blocks. */
sealed interface Packing permits RowPacking, TransposedPacking {
    PackedRoom room();

    /**
     * Copies some of the present weights; the rows of the matrix from about the first part of all to the last, so that
     * whoever has made half of the weights copies that half.
     *
     * @param part from 0
     * @param parts all of which make the whole
     */
    void copy(int part, int parts);
}
