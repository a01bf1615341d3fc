package unroll.io;

import java.util.List;
import java.util.stream.IntStream;
import unroll.core.data.Table;
import unroll.core.tensor.Tensor;
import unroll.experiment.DataRequest;

/**
 * Pictures and their labels from two IDX files as a table: a row a picture, the columns {@code p0} … (pixels row by row)
 * and the label's.
 */
record IdxTable(IdxFile pictures, IdxFile labels) {
    private static final String LABEL = "label";

    /**
     * The columns that a task asks for.
     *
     * @throws ReadProblem if pictures and labels differ in number, or have another size than is asked for
     */
    Table table(DataRequest request) throws ReadProblem {
        if (pictures.items() != labels.items()) {
            throw new ReadProblem(
                    labels.name(),
                    Phrase.of("problem.place.byte", 4),
                    Phrase.of("problem.labelForEach", pictures.items(), labels.items()),
                    Phrase.of("problem.wayOut.oneDataSet"));
        }
        List<String> columns = request.columns();
        int pixels = columns.size() - 1;
        if (pixels != pictures.itemSize() || !columns.get(pixels).equals(LABEL)) {
            int[] extents = pictures.extents();
            throw new ReadProblem(
                    pictures.name(),
                    Phrase.of("problem.place.byte", 8),
                    Phrase.of("problem.picturesOf", pixels, extents[1], extents[2]),
                    Phrase.of("problem.wayOut.setSide"));
        }
        double[] values = new double[Math.multiplyExact(pictures.items(), columns.size())];
        for (int item = 0; item < pictures.items(); item++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                values[item * columns.size() + pixel] = pictures.at(item, pixel);
            }
            values[item * columns.size() + pixels] = labels.at(item, 0);
        }
        List<String> names = IntStream.rangeClosed(1, pictures.items())
                .mapToObj(i -> "#" + i)
                .toList();
        return new Table(columns, names, Tensor.of(values, pictures.items(), columns.size()));
    }
}
