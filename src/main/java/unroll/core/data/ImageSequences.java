package unroll.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * Square pictures as sequences. Every fifth picture tests (index mod 5 = 4).
 *
 * @param side pixels to a row, and rows
 * @param ink the pixel value that becomes 1
 * @param classes how many kinds of pictures there are
 * @param order in which the rows of every picture are read
 */
public record ImageSequences(int side, double ink, int classes, Reading reading, Order order) {
    /** What a step of a picture is; both begin at the top left. */
    public enum Reading {
        /** A row, its pixels side by side. */
        ROWS,
        /** A single pixel, row after row. */
        PIXELS,
        /**
         * A single pixel, and each row is a sequence of its own that has its picture's class: what becomes of pictures
         * that are reshaped to (−1, side, 1) with every label repeated.
         */
        ROWS_APART;

        /** The name in files and commands. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order of a picture's rows. */
    public enum Order {
        TOP_DOWN,
        BOTTOM_UP,
        /** In an order without sense, which is the same for all pictures of a size. */
        SHUFFLED;

        /** The name in files and commands. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The row of the picture that is read as its i-th, for i = 0 … side − 1. */
        private int[] rows(int side) {
            int[] rows = IntStream.range(0, side)
                    .map(row -> this == BOTTOM_UP ? side - 1 - row : row)
                    .toArray();
            if (this == SHUFFLED) {
                RandomStream.named(side, "rows").shuffle(rows, side);
            }
            return rows;
        }
    }

    public ImageSequences {
        if (side < 1 || classes < 2 || !(ink > 0) || Double.isInfinite(ink)) {
            throw new IllegalArgumentException("pictures need at least 1 pixel, 2 classes and an ink above 0, not "
                    + side + ", " + classes + " and " + ink);
        }
    }

    /** Pictures that are read from the top. */
    public ImageSequences(int side, double ink, int classes, Reading reading) {
        this(side, ink, classes, reading, Order.TOP_DOWN);
    }

    /** T: rows or pixels. */
    public int steps() {
        return side * side / inputs() / sequences();
    }

    /** How many sequences a picture becomes. */
    private int sequences() {
        return reading == Reading.ROWS_APART ? side : 1;
    }

    /** I. */
    public int inputs() {
        return reading == Reading.ROWS ? side : 1;
    }

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
        if (table.rows() < EveryFifth.PARTS) {
            throw new IllegalArgumentException(
                    "every fifth picture tests, so at least 5 are needed, not " + table.rows());
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
                .filter(row -> EveryFifth.isTest(row) == test)
                .toArray();
        int pixels = side * side;
        int[] order = order().rows(side);
        double[] inputs = new double[rows.length * pixels];
        double[] labels = new double[rows.length * sequences()];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int shown = order[pixel / side] * side + pixel % side;
                inputs[i * pixels + pixel] = table.at(rows[i], shown) / ink;
            }
            for (int part = 0; part < sequences(); part++) {
                String name = table.labels().get(rows[i]);
                labels[i * sequences() + part] = table.at(rows[i], pixels);
                names.add(sequences() == 1 ? name : name + "/" + (order[part] + 1));
            }
        }
        Targets targets = Targets.Classes.ofSequences(labels, classes);
        return new Examples(Tensor.of(inputs, labels.length, steps(), inputs()), targets, names);
    }
}
