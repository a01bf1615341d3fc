package unroll.core.data;

import java.util.Optional;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;

/**
 * What the sequences of a set should give: a vector or a class, for every step or one for the whole sequence. One target
 * stands for all steps; of several, a loss at the last step reads the last.
 */
public sealed interface Targets {
    /** The number of sequences. */
    int size();

    /** T, or 1 where a sequence has one target in all. */
    int steps();

    /** The number of outputs that a network needs. */
    int outputs();

    /** Whether targets are classes. */
    boolean areClasses();

    /**
     * The targets of one sequence alone, for a sequence of another length perhaps.
     *
     * @param length steps: where each has a target of its own, those past the end are left out, and the last stands for
     *     those that are missing
     */
    Targets only(int example, int length);

    /** Copies the target of a sequence into a batch, at every step. */
    void fill(int example, Batch batch, int row);

    /**
     * Whether an output answers a sequence at step t rightly. Only classes can be right; of numbers, errors are measured.
     *
     * @param y the outputs of the step
     */
    boolean isRight(int example, int t, double[] y);

    /**
     * Target vectors.
     *
     * @param values of shape [N, T or 1, O]
     */
    record Vectors(Tensor values) implements Targets {
        public Vectors {
            if (values.rank() != 3) {
                throw new IllegalArgumentException("target vectors need shape [N, T or 1, O], not " + values);
            }
            requireFinite(values);
        }

        private static void requireFinite(Tensor values) {
            int index = values.firstNonFinite();
            if (index >= 0) {
                int width = values.extent(2);
                int step = index / width % values.extent(1) + 1;
                throw new IllegalArgumentException("the target of sequence "
                        + (index / width / values.extent(1) + 1) + " at step " + step + ", output " + index % width
                        + " is " + values.at(index));
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
        public int outputs() {
            return values.extent(2);
        }

        @Override
        public boolean areClasses() {
            return false;
        }

        @Override
        public Vectors only(int example, int length) {
            return new Vectors(part(values, example, length));
        }

        @Override
        public void fill(int example, Batch batch, int row) {
            for (int t = 1; t <= batch.steps(); t++) {
                int at = (example * steps() + Math.min(t, steps()) - 1) * outputs();
                for (int unit = 0; unit < outputs(); unit++) {
                    batch.setTarget(t, row, unit, values.at(at + unit));
                }
            }
        }

        @Override
        public boolean isRight(int example, int t, double[] y) {
            return false;
        }
    }

    /**
     * Target classes.
     *
     * @param classes whole numbers 0 … outputs − 1, of shape [N, T or 1]
     * @param outputs how many classes there are
     * @param legal of the same shape, where more than one class can follow: the sum of 2^class over all that can. An
     *     answer is then right if the outputs of all legal classes are above those of all others
     */
    record Classes(Tensor classes, int outputs, Optional<Tensor> legal) implements Targets {
        /** So many classes a set of them can hold. */
        private static final int MOST_IN_A_SET = 52;

        public Classes {
            if (legal.isPresent() && (outputs > MOST_IN_A_SET || !legal.get().hasShape(classes.shape()))) {
                throw new IllegalArgumentException("sets of legal classes need the shape of the classes, " + classes
                        + ", and at most " + MOST_IN_A_SET + " classes, not " + outputs);
            }
            if (classes.rank() != 2) {
                throw new IllegalArgumentException("target classes need shape [N, T or 1], not " + classes);
            }
            for (int i = 0; i < classes.size(); i++) {
                double value = classes.at(i);
                if (!(value >= 0 && value < outputs && value == Math.rint(value))) {
                    throw new IllegalArgumentException("the class of sequence " + (i / classes.extent(1) + 1) + " is "
                            + value + ", not a whole number 0 … " + (outputs - 1));
                }
            }
        }

        /** Classes of which one is right. */
        public Classes(Tensor classes, int outputs) {
            this(classes, outputs, Optional.empty());
        }

        /** One class for each sequence. */
        public static Classes ofSequences(double[] classes, int outputs) {
            return new Classes(Tensor.of(classes, classes.length, 1), outputs);
        }

        @Override
        public int size() {
            return classes.extent(0);
        }

        @Override
        public int steps() {
            return classes.extent(1);
        }

        @Override
        public boolean areClasses() {
            return true;
        }

        @Override
        public Classes only(int example, int length) {
            Optional<Tensor> sets = legal.map(all -> part(all, example, length));
            return new Classes(part(classes, example, length), outputs, sets);
        }

        @Override
        public void fill(int example, Batch batch, int row) {
            for (int t = 1; t <= batch.steps(); t++) {
                batch.setClass(t, row, (int) classes.at(place(example, t)));
            }
        }

        private int place(int example, int t) {
            return example * steps() + Math.min(t, steps()) - 1;
        }

        /** The class of a sequence at step t. */
        public int at(int example, int t) {
            return (int) classes.at(place(example, t));
        }

        @Override
        public boolean isRight(int example, int t, double[] y) {
            long wanted = legal.isPresent() ? (long) legal.get().at(place(example, t)) : 0;
            return wanted == 0 ? largest(y) == at(example, t) : areAbove(wanted, y);
        }

        /** How many classes can follow step t of a sequence. */
        public int choices(int example, int t) {
            return legal.map(sets -> Long.bitCount((long) sets.at(place(example, t))))
                    .orElse(1);
        }

        private int largest(double[] y) {
            int largest = 0;
            for (int i = 1; i < outputs; i++) {
                largest = y[i] > y[largest] ? i : largest;
            }
            return largest;
        }

        private boolean areAbove(long wanted, double[] y) {
            double leastWanted = Double.POSITIVE_INFINITY;
            double greatestOther = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < outputs; i++) {
                if ((wanted >> i & 1) == 1) {
                    leastWanted = Math.min(leastWanted, y[i]);
                } else {
                    greatestOther = Math.max(greatestOther, y[i]);
                }
            }
            return leastWanted > greatestOther;
        }
    }

    /** One sequence's part of a tensor of shape [N, T or 1, …]. */
    private static Tensor part(Tensor all, int example, int length) {
        int[] shape = all.shape();
        int steps = shape[1];
        int width = all.size() / (shape[0] * steps);
        shape[0] = 1;
        shape[1] = steps == 1 ? 1 : length;
        double[] values = new double[shape[1] * width];
        for (int t = 0; t < shape[1]; t++) {
            all.copyTo((example * steps + Math.min(t, steps - 1)) * width, width, values, t * width);
        }
        return Tensor.of(values, shape);
    }
}
