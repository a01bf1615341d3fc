package unroll.core.trace;

import unroll.core.model.Buffer;
import unroll.core.tensor.Norms;

/** The numbers of one vector at every step and row, kept or computed again: the same bits either way. */
sealed interface Numbers permits Numbers.Stored, Numbers.OneStep, Recomputed {
    /** How many at each step and row. */
    int width();

    /** One of them; rows and units are not checked. */
    double at(int t, int row, int unit);

    /** The Euclidean norm of some neighbouring units. */
    default double norm(int t, int row, int from, int count) {
        double[] units = new double[count];
        for (int unit = 0; unit < count; unit++) {
            units[unit] = at(t, row, from + unit);
        }
        return Norms.euclidean(units, 0, count);
    }

    /** All are kept where they were made. */
    record Stored(Buffer buffer) implements Numbers {
        @Override
        public int width() {
            return buffer.width();
        }

        @Override
        public double at(int t, int row, int unit) {
            return buffer.data()[buffer.offset(t, row) + unit];
        }

        @Override
        public double norm(int t, int row, int from, int count) {
            return Norms.euclidean(buffer.data(), buffer.offset(t, row) + from, count);
        }
    }

    /**
     * Those of one step; all others are 0.
     *
     * @param values of shape [rows, width]
     */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    record OneStep(int step, int width, double[] values) implements Numbers {
        static OneStep of(Buffer buffer, int step) {
            double[] values = new double[buffer.rows() * buffer.width()];
            for (int row = 0; row < buffer.rows(); row++) {
                System.arraycopy(buffer.data(), buffer.offset(step, row), values, row * buffer.width(), buffer.width());
            }
            return new OneStep(step, buffer.width(), values);
        }

        @Override
        public double at(int t, int row, int unit) {
            return t == step ? values[row * width + unit] : 0;
        }
    }
}
