package unroll.core.model;

import java.util.Arrays;
import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Dense;
import unroll.core.op.Functions;

/** A line's work on bound buffers at one time step, for all rows of the batch. Allocates nothing. */
interface Instruction {
    void run(int t);

    /** A part of a vector in a buffer, so many steps before or after the line's own. */
    record Slice(Buffer buffer, int shift, int from, int width) {
        static Slice whole(Buffer buffer, int shift) {
            return new Slice(buffer, shift, 0, buffer.width());
        }

        int at(int t, int row) {
            return buffer.offset(t + shift, row) + from;
        }

        double[] data() {
            return buffer.data();
        }
    }

    /** One factor of an elementwise product: v, or 1 − v. */
    record SliceFactor(Slice slice, boolean complement) {
        double at(int t, int row, int unit) {
            double value = slice.data()[slice.at(t, row) + unit];
            return complement ? 1 - value : value;
        }
    }

    /** A matrix or bias in the flat parameter array, which is shared on purpose: it is working memory. */
    @SuppressWarnings("ArrayRecordComponent")
    record Block(double[] values, int offset, int rows, int columns) {}

    /** y ← 0. */
    record Clear(Rows rows, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                int at = y.at(t, row);
                Arrays.fill(y.data(), at, at + y.width(), 0);
            }
        }
    }

    /** y += b. */
    record AddBias(Rows rows, Block bias, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                int at = y.at(t, row);
                for (int i = 0; i < bias.rows(); i++) {
                    y.data()[at + i] += bias.values()[bias.offset() + i];
                }
            }
        }
    }

    /** y += M v. */
    record AddProduct(Rows rows, Block m, Slice v, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                Dense.addProduct(
                        m.values(), m.offset(), m.rows(), m.columns(), v.data(), v.at(t, row), y.data(), y.at(t, row));
            }
        }
    }

    /** y += ± the product of the factors; rows past their length are left out where {@code liveOnly}. */
    record AddElementwise(Rows rows, boolean liveOnly, boolean negative, List<SliceFactor> factors, Slice y)
            implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (!liveOnly || rows.isLive(t, row)) {
                    add(t, row);
                }
            }
        }

        private void add(int t, int row) {
            int at = y.at(t, row);
            SliceFactor first = factors.get(0);
            SliceFactor second = factors.size() > 1 ? factors.get(1) : null;
            for (int i = 0; i < y.width(); i++) {
                double product = first.at(t, row, i);
                if (second != null) {
                    product *= second.at(t, row, i);
                }
                y.data()[at + i] += negative ? -product : product;
            }
        }
    }

    /** y ← φ(a). */
    record Activate(Rows rows, Activation function, Slice a, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                int from = a.at(t, row);
                int to = y.at(t, row);
                for (int i = 0; i < y.width(); i++) {
                    y.data()[to + i] = function.value(a.data()[from + i]);
                }
            }
        }
    }

    /** y ← log-softmax(a), with the largest entry taken out of the exponents. */
    record LogSoftmax(Rows rows, Slice a, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                normalise(a.at(t, row), y.at(t, row));
            }
        }

        private void normalise(int from, int to) {
            double[] values = a.data();
            double largest = values[from];
            for (int i = 1; i < a.width(); i++) {
                largest = Math.max(largest, values[from + i]);
            }
            double sum = 0;
            for (int i = 0; i < a.width(); i++) {
                sum += Functions.exp(values[from + i] - largest);
            }
            double log = Functions.log(sum);
            for (int i = 0; i < a.width(); i++) {
                y.data()[to + i] = values[from + i] - largest - log;
            }
        }
    }

    /** A part of y ← a. */
    record Copy(Rows rows, Slice a, Slice y) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                System.arraycopy(a.data(), a.at(t, row), y.data(), y.at(t, row), a.width());
            }
        }
    }

    /** A row past its length keeps its state. */
    record Freeze(Rows rows, Slice before, Slice state) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (!rows.isLive(t, row)) {
                    System.arraycopy(before.data(), before.at(t, row), state.data(), state.at(t, row), state.width());
                }
            }
        }
    }

    /** A row past its length hands its state's gradient on unchanged. */
    record PassFrozen(Rows rows, Slice gradient, Slice before) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (!rows.isLive(t, row)) {
                    int from = gradient.at(t, row);
                    int to = before.at(t, row);
                    for (int i = 0; i < gradient.width(); i++) {
                        before.data()[to + i] += gradient.data()[from + i];
                    }
                }
            }
        }
    }

    /** δv += Mᵀ δy. */
    record AddTransposed(Rows rows, Block m, Slice dy, Slice dv) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.isLive(t, row)) {
                    Dense.addTransposedProduct(
                            m.values(),
                            m.offset(),
                            m.rows(),
                            m.columns(),
                            dy.data(),
                            dy.at(t, row),
                            dv.data(),
                            dv.at(t, row));
                }
            }
        }
    }

    /** δa += δy ⊙ φ′, from y = φ(a). */
    record AddSlope(Rows rows, Activation function, Slice y, Slice dy, Slice da) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.isLive(t, row)) {
                    add(y.at(t, row), dy.at(t, row), da.at(t, row));
                }
            }
        }

        private void add(int value, int from, int to) {
            for (int i = 0; i < y.width(); i++) {
                da.data()[to + i] += dy.data()[from + i] * function.slope(y.data()[value + i]);
            }
        }
    }

    /** δa += δy − exp(y) Σ δy, from y = log-softmax(a). */
    record AddLogSoftmaxSlope(Rows rows, Slice y, Slice dy, Slice da) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.isLive(t, row)) {
                    add(y.at(t, row), dy.at(t, row), da.at(t, row));
                }
            }
        }

        private void add(int value, int from, int to) {
            double sum = 0;
            for (int i = 0; i < y.width(); i++) {
                sum += dy.data()[from + i];
            }
            for (int i = 0; i < y.width(); i++) {
                da.data()[to + i] += dy.data()[from + i] - Functions.exp(y.data()[value + i]) * sum;
            }
        }
    }

    /** δM += δy vᵀ, summed over the rows. */
    record AddOuter(Rows rows, Block m, Slice dy, Slice v) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.isLive(t, row)) {
                    Dense.addOuterProduct(
                            m.values(),
                            m.offset(),
                            m.rows(),
                            m.columns(),
                            dy.data(),
                            dy.at(t, row),
                            v.data(),
                            v.at(t, row));
                }
            }
        }
    }

    /** δb += δy, summed over the rows. */
    record AddRows(Rows rows, Block bias, Slice dy) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.isLive(t, row)) {
                    int from = dy.at(t, row);
                    for (int i = 0; i < bias.rows(); i++) {
                        bias.values()[bias.offset() + i] += dy.data()[from + i];
                    }
                }
            }
        }
    }

    /** δv += a part of δu; so is what one line alone added moved into the sum. */
    record Accumulate(Rows rows, Slice own, Slice sum) implements Instruction {
        @Override
        public void run(int t) {
            for (int row = 0; row < rows.count(); row++) {
                int from = own.at(t, row);
                int to = sum.at(t, row);
                for (int i = 0; i < own.width(); i++) {
                    sum.data()[to + i] += own.data()[from + i];
                }
            }
        }
    }
}
