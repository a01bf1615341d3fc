package unroll.experiment;

import java.util.List;
import java.util.Optional;
import unroll.core.data.Dataset;
import unroll.core.data.ImageRows;
import unroll.core.data.Noise;
import unroll.core.data.WindowedSeries;

/** What an experiment's network is to learn: sizes, and how its sequences are made. */
public sealed interface Task {
    /** T. */
    int steps();

    /** I. */
    int inputs();

    /** O. */
    int outputs();

    /** Whether the answer is a class, which asks for a cross-entropy loss, rather than numbers. */
    boolean classifies();

    /**
     * Makes the sequences. Everything random comes from the seed.
     *
     * @param atEveryStep whether the loss reads a target at every step
     */
    <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E;

    /**
     * The next value of a series from those before it.
     *
     * @param data a built-in data set or a CSV file
     * @param column of the series
     * @param label the column that names the rows; empty to number them
     * @param windows how it is cut
     */
    record Series(String data, String column, Optional<String> label, WindowedSeries windows) implements Task {
        @Override
        public int steps() {
            return windows.window();
        }

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public boolean classifies() {
            return false;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            return windows.cut(source.read(new DataRequest(data, List.of(column), label)));
        }
    }

    /**
     * The digit that a small picture shows, read row by row.
     *
     * @param data a built-in data set or a CSV file with a column for each pixel and one for the label
     */
    record Digits(String data) implements Task {
        private static final ImageRows ROWS = new ImageRows(8, 16, 10);

        @Override
        public int steps() {
            return ROWS.side();
        }

        @Override
        public int inputs() {
            return ROWS.side();
        }

        @Override
        public int outputs() {
            return ROWS.classes();
        }

        @Override
        public boolean classifies() {
            return true;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) throws E {
            return ROWS.read(source.read(new DataRequest(data, ROWS.columns(), Optional.empty())));
        }
    }

    /** Independent normal numbers, which show what the network itself does to a gradient. */
    record RandomInputs(Noise noise) implements Task {
        @Override
        public int steps() {
            return noise.steps();
        }

        @Override
        public int inputs() {
            return noise.width();
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public boolean classifies() {
            return false;
        }

        @Override
        public <E extends Exception> Dataset dataset(long seed, boolean atEveryStep, DataSource<E> source) {
            return noise.draw(seed, atEveryStep);
        }
    }
}
