package unroll.core.data;

import java.util.Arrays;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;

/** What the sequences of a set show a network, step by step. */
public sealed interface Inputs {
    /** N, the number of sequences. */
    int size();

    /** T, the steps of the longest. */
    int steps();

    /** I, the width of a step. */
    int width();

    /** The steps of a sequence, counted from 0. */
    int length(int example);

    /** The input of a sequence, counted from 0, at step t = 1 … its length. */
    double at(int example, int t, int unit);

    /** Copies a sequence into a row of a batch that has room for it; what lies past its end becomes 0. */
    default void fill(int example, Batch batch, int row) {
        int length = length(example);
        for (int t = 1; t <= batch.steps(); t++) {
            for (int unit = 0; unit < width(); unit++) {
                batch.setInput(t, row, unit, t <= length ? at(example, t, unit) : 0);
            }
        }
    }

    /** One sequence alone. */
    default Inputs only(int example) {
        return vectors(example);
    }

    /** One sequence alone, as numbers that can be changed to any other. */
    default Vectors vectors(int example) {
        int length = length(example);
        double[] values = new double[length * width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(example, i / width() + 1, i % width());
        }
        return new Vectors(Tensor.of(values, 1, length, width()));
    }

    /**
     * Vectors, in sequences of equal length.
     *
     * @param values of shape [N, T, I], finite
     */
    record Vectors(Tensor values) implements Inputs {
        public Vectors {
            if (values.rank() != 3 || values.size() == 0) {
                throw new IllegalArgumentException("sequences need shape [N, T, I] with no extent 0, not " + values);
            }
            int index = values.firstNonFinite();
            if (index >= 0) {
                int width = values.extent(2);
                int step = index / width % values.extent(1) + 1;
                throw new IllegalArgumentException("the input of sequence " + (index / width / values.extent(1) + 1)
                        + " at step " + step + ", unit " + index % width + " is " + values.at(index));
            }
        }

        @Override
        public int size() {
            return values.extent(0);
        }

        @Override
        public int steps() {
            return values.extent(1);
        }

        @Override
        public int width() {
            return values.extent(2);
        }

        @Override
        public int length(int example) {
            return steps();
        }

        @Override
        public void fill(int example, Batch batch, int row) {
            int given = Math.min(batch.steps(), steps());
            batch.setInputs(row, values, example * steps() * width(), given);
            batch.clearInputs(row, given);
        }

        @Override
        public double at(int example, int t, int unit) {
            return values.at((example * steps() + t - 1) * width() + unit);
        }
    }

    /**
     * Symbols, each shown as a vector with a single 1 (one-hot): kept as their numbers, which take a hundredth of the
     * room.
     *
     * @param codes of shape [N, T], whole numbers 0 … width − 1; {@link #END} past the end of a shorter sequence
     * @param width how many symbols there are
     */
    record Symbols(Tensor codes, int width) implements Inputs {
        /** Stands where a sequence is over. */
        public static final int END = -1;

        public Symbols {
            if (codes.rank() != 2 || codes.size() == 0) {
                throw new IllegalArgumentException("symbols need shape [N, T] with no extent 0, not " + codes);
            }
            for (int i = 0; i < codes.size(); i++) {
                double code = codes.at(i);
                boolean begins = i % codes.extent(1) == 0;
                boolean goesOn = code >= 0 && code < width && code == Math.rint(code);
                boolean isOver = code == END && !begins;
                if (!(isOver || goesOn && (begins || codes.at(i - 1) != END))) {
                    throw new IllegalArgumentException("symbol " + (i % codes.extent(1) + 1) + " of sequence "
                            + (i / codes.extent(1) + 1) + " is " + code + ", not a whole number 0 … " + (width - 1));
                }
            }
        }

        @Override
        public int size() {
            return codes.extent(0);
        }

        @Override
        public int steps() {
            return codes.extent(1);
        }

        @Override
        public int length(int example) {
            int length = steps();
            while (codes.at(example * steps() + length - 1) == END) {
                length--;
            }
            return length;
        }

        /** One sequence. */
        public static Symbols of(int[] codes, int width) {
            double[] values = Arrays.stream(codes).asDoubleStream().toArray();
            return new Symbols(Tensor.of(values, 1, codes.length), width);
        }

        @Override
        public Symbols only(int example) {
            int[] codes = new int[length(example)];
            Arrays.setAll(codes, i -> code(example, i + 1));
            return of(codes, width);
        }

        /** The number of the symbol at step t. */
        public int code(int example, int t) {
            return (int) codes.at(example * steps() + t - 1);
        }

        @Override
        public double at(int example, int t, int unit) {
            return code(example, t) == unit ? 1 : 0;
        }
    }
}
