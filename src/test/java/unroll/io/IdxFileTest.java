package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.data.Dataset;
import unroll.core.data.ImageSequences.Reading;
import unroll.core.data.Table;
import unroll.experiment.DataRequest;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;

class IdxFileTest {
    private static final String PICTURES = "own-images-idx3-ubyte.gz";
    private static final String LABELS = "own-labels-idx1-ubyte.gz";
    private static final List<String> COLUMNS = List.of("p0", "p1", "p2", "p3", "label");

    @TempDir
    Path folder;

    private final byte[] pictures = idx(new int[] {2051, 2, 2, 2}, 0, 255, 1, 2, 128, 4, 5, 6);
    private final byte[] labels = idx(new int[] {2049, 2}, 7, 9);

    @BeforeEach
    void write() throws IOException {
        write(PICTURES, gzip(pictures));
        write(LABELS, gzip(labels));
    }

    private static byte[] idx(int[] header, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * header.length + values.length);
        Arrays.stream(header).forEach(bytes::putInt);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private Table read(List<String> columns) throws ReadProblem {
        return new DataFiles(folder).read(new DataRequest(PICTURES, columns, Optional.empty()));
    }

    private void assertProblem(String place, String part) {
        ReadProblem problem = assertThrows(ReadProblem.class, () -> read(COLUMNS));
        assertTrue(problem.getMessage().contains("own-"), problem.getMessage());
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
        assertEquals(place, problem.place(), problem.getMessage());
    }

    @Test
    void picturesAndLabelsMakeATable() throws Exception {
        Table table = read(COLUMNS);
        assertEquals(255, table.at(0, 1));
        assertEquals(128, table.at(1, 0), "bytes are unsigned");
        assertEquals(9, table.at(1, 4));
        write(PICTURES, pictures);
        assertEquals(table, read(COLUMNS), "uncompressed under the same name");
    }

    @Test
    void aTruncatedCompressedFileIsRefused() throws IOException {
        byte[] whole = gzip(pictures);
        write(PICTURES, Arrays.copyOf(whole, whole.length - 6));
        assertProblem("", "expected a whole gzip file");
        write(PICTURES, Arrays.copyOf(whole, 5));
        assertProblem("", "expected a whole gzip file");
        whole[15] ^= 0x55;
        write(PICTURES, whole);
        assertProblem("", "expected a whole gzip file");
    }

    @Test
    void aHeaderThatLiesIsRefused() throws IOException {
        write(PICTURES, gzip(Arrays.copyOf(pictures, pictures.length - 1)));
        assertProblem("byte 16", "expected the 2 × 2 × 2 values of the header, found 7 bytes");
        write(PICTURES, gzip(Arrays.copyOf(pictures, pictures.length + 1)));
        assertProblem("byte 16", "found 9 bytes");
        write(PICTURES, gzip(idx(new int[] {2051, -1, 2, 2}, 1, 2)));
        assertProblem("byte 16", "-1 × 2 × 2");
        write(PICTURES, gzip(idx(new int[] {2051, 1 << 30, 1 << 30, 1 << 30}, 1, 2)));
        assertProblem("byte 16", "found 2 bytes");
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        write(PICTURES, gzip(labels));
        assertProblem("byte 0", "expected the IDX magic number 2051, found 2049");
        write(PICTURES, new byte[0]);
        assertProblem("byte 0", "found too few bytes");
        write(PICTURES, gzip(idx(new int[] {2051, 3}, 1)));
        assertProblem("byte 0", "found too few bytes");
    }

    @Test
    void filesThatDoNotFitEachOtherAreRefused() throws IOException {
        write(LABELS, gzip(idx(new int[] {2049, 3}, 7, 9, 1)));
        assertProblem("byte 4", "expected a label for each of 2 pictures, found 3");
        Files.delete(folder.resolve(LABELS));
        assertProblem("", "there is no such file");
    }

    @Test
    void anotherSizeThanAskedForIsRefused() {
        List<String> three = List.of("p0", "p1", "p2", "label");
        ReadProblem problem = assertThrows(ReadProblem.class, () -> read(three));
        assertTrue(problem.getMessage().contains("expected pictures of 3 pixels, found 2 by 2"), problem.getMessage());
    }

    @Test
    void theBuiltInPicturesAreReadByRowsAndByPixels() throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("mnist-rows");
        Dataset rows = data(file.experiment());
        assertEquals(8000, rows.train().size());
        assertEquals(2000, rows.test().size());
        assertEquals(28, rows.train().steps());
        double ink = 0;
        for (int t = 1; t <= 28; t++) {
            for (int unit = 0; unit < 28; unit++) {
                ink += rows.test().input(0, t, unit) * 255;
            }
        }
        Dataset pixels = data(file.with("task.reading", Reading.PIXELS.id()).experiment());
        assertEquals(784, pixels.train().steps());
        assertEquals(1, pixels.train().inputSize());
        double sum = 0;
        for (int t = 1; t <= 784; t++) {
            sum += pixels.test().input(0, t, 0) * 255;
        }
        assertEquals(ink, sum, 1e-6);
        assertEquals(rows.test().input(3, 10, 12), pixels.test().input(3, 9 * 28 + 13, 0));
    }

    private static Dataset data(Experiment experiment) throws ReadProblem {
        return Setup.of(experiment, DataFiles.fromWorkingFolder()).data();
    }
}
