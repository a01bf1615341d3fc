package unroll.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.core.tensor.Tensor;

/**
 * Pictures read row by row from the top: a step is a row, a unit a pixel column. Every fifth picture tests (index mod 5
 * = 4).
 *
 * @param side pixels to a row, and rows
 * @param ink the pixel value that becomes 1
 * @param classes how many kinds of pictures there are
 */
public record ImageRows(int side, double ink, int classes) {
    private static final int PARTS = 5;
    private static final int TEST_PART = 4;

    /** The table's columns: pixels row by row from the top left, then the class. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        IntStream.range(0, side * side).forEach(i -> columns.add("p" + i));
        columns.add("label");
        return columns;
    }

    /**
     * Makes sequences of a table with {@link #columns()}.
     *
     * @throws IllegalArgumentException if it has too few rows for both parts, or a label that is no class
     */
    public Dataset read(Table table) {
        if (table.rows() < PARTS) {
            throw new IllegalArgumentException(
                    "every " + PARTS + "th picture tests, so at least " + PARTS + " are needed, not " + table.rows());
        }
        Examples train = examples(table, false);
        Examples test = examples(table, true);
        Baseline majority = Baseline.majority((Targets.Classes) train.targets(), (Targets.Classes) test.targets());
        List<String> names =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        return new Dataset(train, test, new Scaling(0, ink), List.of(majority), names);
    }

    private Examples examples(Table table, boolean test) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> (row % PARTS == TEST_PART) == test)
                .toArray();
        int pixels = side * side;
        double[] inputs = new double[rows.length * pixels];
        double[] labels = new double[rows.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                inputs[i * pixels + pixel] = table.at(rows[i], pixel) / ink;
            }
            labels[i] = table.at(rows[i], pixels);
            names.add(table.labels().get(rows[i]));
        }
        Targets targets = Targets.Classes.ofSequences(labels, classes);
        return new Examples(Tensor.of(inputs, rows.length, side, side), targets, names);
    }
}
