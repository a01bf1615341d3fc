package unroll.core.fused;

import unroll.core.kernel.Elementary;

/** ŷ = y − log Σ exp y, forwards and backwards. Not vectorised: an output is narrow, and there are few of them. */
final class LogSoftmax {
    private LogSoftmax() {}

    /** The largest y is taken out of the exponents. */
    record Forward(Window x, Window y) implements Instruction {
        @Override
        public void run(int t, int rows) {
            for (int row = 0; row < rows; row++) {
                normalise(x.place().index(x.step(t), row), y.place().index(y.step(t), row));
            }
        }

        private void normalise(int from, int to) {
            double[] values = x.place().data();
            int units = x.place().padding().size();
            double largest = values[from];
            for (int i = 1; i < units; i++) {
                largest = Math.max(largest, values[from + i]);
            }
            double sum = 0;
            for (int i = 0; i < units; i++) {
                sum += Elementary.exp(values[from + i] - largest);
            }
            double log = Elementary.log(sum);
            for (int i = 0; i < units; i++) {
                y.place().data()[to + i] = values[from + i] - largest - log;
            }
        }
    }

    /** δx ← δy − exp(y) Σ δy. */
    record Backward(Window y, Window dy, Window dx) implements Instruction {
        @Override
        public void run(int t, int rows) {
            for (int row = 0; row < rows; row++) {
                int value = y.place().index(y.step(t), row);
                int from = dy.place().index(dy.step(t), row);
                slope(value, from, dx.place().index(dx.step(t), row));
            }
        }

        private void slope(int value, int from, int to) {
            int units = y.place().padding().size();
            double sum = 0;
            for (int i = 0; i < units; i++) {
                sum += dy.place().data()[from + i];
            }
            for (int i = 0; i < units; i++) {
                double share = Elementary.exp(y.place().data()[value + i]) * sum;
                dx.place().data()[to + i] = dy.place().data()[from + i] - share;
            }
        }
    }
}
