package unroll.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes, the form in which MNIST is given out: a big-endian magic number (0x08 for bytes, then
 * the number of extents), the extents, the values in row-major order; plain or compressed with gzip.
 *
 * @param extents the first is the number of items
 * @param values all of them, flat
 */
@SuppressWarnings("ArrayRecordComponent")
record IdxFile(String name, int[] extents, byte[] values) {
    private static final int UNSIGNED_BYTES = 0x800;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** More values than any data set that fits into memory as numbers. */
    private static final long MOST_VALUES = 1L << 28;

    /**
     * Reads a file to its end.
     *
     * @param rank the number of extents that it must have: 3 for pictures, 1 for labels
     */
    static IdxFile read(String name, InputStream in, int rank) throws ReadProblem {
        try {
            return parse(name, ByteBuffer.wrap(bytes(in)), rank);
        } catch (EOFException | ZipException broken) {
            throw new ReadProblem(
                    name,
                    Phrase.NONE,
                    Phrase.of("problem.brokenGzip", String.valueOf(broken.getMessage())),
                    Phrase.of("problem.wayOut.useWholeCopy"));
        } catch (IOException problem) {
            throw new ReadProblem(
                    name,
                    Phrase.NONE,
                    Phrase.of("problem.cantRead", String.valueOf(problem.getMessage())),
                    Phrase.of("problem.wayOut.checkPermissions"));
        }
    }

    private static IdxFile parse(String name, ByteBuffer bytes, int rank) throws ReadProblem {
        int header = Integer.BYTES * (rank + 1);
        int magic = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        boolean whole = bytes.remaining() >= header - Integer.BYTES;
        if (magic != UNSIGNED_BYTES + rank || !whole) {
            boolean tooFew = magic == UNSIGNED_BYTES + rank || magic == -1;
            Phrase found = tooFew ? Phrase.of("problem.what.tooFewBytes") : Phrase.verbatim(String.valueOf(magic));
            throw new ReadProblem(
                    name,
                    Phrase.of("problem.place.byte", 0),
                    Phrase.expected(Phrase.of("problem.what.magic", UNSIGNED_BYTES + rank), found),
                    Phrase.of(rank == 1 ? "problem.wayOut.checkLabels" : "problem.wayOut.checkPictures"));
        }
        int[] extents = new int[rank];
        long count = 1;
        for (int i = 0; i < rank; i++) {
            extents[i] = bytes.getInt();
            count = extents[i] < 1 || count < 0 || count > MOST_VALUES ? -1 : count * extents[i];
        }
        if (count != bytes.remaining()) {
            throw new ReadProblem(
                    name,
                    Phrase.of("problem.place.byte", header),
                    Phrase.of("problem.valuesOfHeader", product(extents), bytes.remaining()),
                    Phrase.of("problem.wayOut.useWholeCopy"));
        }
        byte[] values = new byte[bytes.remaining()];
        bytes.get(values);
        return new IdxFile(name, extents, values);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
        marked.mark(2);
        int magic = marked.read() << 8 | marked.read();
        marked.reset();
        InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(marked) : marked;
        return plain.readNBytes((int) MOST_VALUES);
    }

    private static String product(int[] extents) {
        StringBuilder product = new StringBuilder();
        for (int extent : extents) {
            product.append(product.isEmpty() ? "" : " × ").append(extent);
        }
        return product.toString();
    }

    /** The number of items. */
    int items() {
        return extents[0];
    }

    /** The number of values of an item. */
    int itemSize() {
        return values.length / items();
    }

    /** A value of an item, 0 … 255. */
    int at(int item, int index) {
        return values[item * itemSize() + index] & 0xff;
    }
}
