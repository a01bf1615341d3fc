package unroll.core.fused;

import unroll.core.kernel.Elementary;
import unroll.core.kernel.Kernel;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;

/** The loss of the steps that have one, forwards and backwards, for a part of a batch. */
final class Loss {
    private final Network network;
    private final Batch batch;
    private final Frame frame;
    private final Kernel kernel;
    private final Window output;
    private final Window probabilities;
    private double total;
    private double divisor;

    /** @param probabilities where the loss has them, else any window */
    Loss(Network network, Batch batch, Kernel kernel, Window output, Window probabilities) {
        this.network = network;
        this.batch = batch;
        this.frame = output.place().frame();
        this.kernel = kernel;
        this.output = output;
        this.probabilities = probabilities;
    }

    /** This part's share of L: its rows' losses over the divisor of the whole batch. */
    double total() {
        return total;
    }

    /** Computes the losses of some steps, and with a cross-entropy the probabilities. */
    void forward(int first, int rows) {
        total = 0;
        divisor = masks() ? batch.validSteps() : batch.rows();
        if (network.loss().kind().classifies()) {
            subtractLargest(first, rows);
            kernel.exp(rows, output.width(), probabilities.at(first), probabilities.at(first));
        }
        double weight = network.loss().stepWeight(batch.steps());
        for (int t = first; t < first + rows / frame.rows(); t++) {
            double sum = 0;
            for (int row = 0; row < frame.rows(); row++) {
                sum += isValid(t, row) ? ofRow(t, row) : 0;
            }
            total += weight * (sum / divisor);
        }
    }

    private void subtractLargest(int first, int rows) {
        double[] y = output.place().data();
        double[] p = probabilities.place().data();
        int units = output.place().padding().size();
        int stride = output.place().stride();
        int at = output.place().index(first);
        int to = probabilities.place().index(first);
        for (int row = 0; row < rows; row++) {
            double largest = y[at];
            for (int i = 1; i < units; i++) {
                largest = Math.max(largest, y[at + i]);
            }
            for (int i = 0; i < units; i++) {
                p[to + i] = y[at + i] - largest;
            }
            at += stride;
            to += probabilities.place().stride();
        }
    }

    private double ofRow(int t, int row) {
        return network.loss().kind().classifies() ? crossEntropy(t, row) : squaredError(t, row);
    }

    private double squaredError(int t, int row) {
        int at = output.place().index(t, row);
        int units = output.place().padding().size();
        double sum = 0;
        for (int i = 0; i < units; i++) {
            double error = output.place().data()[at + i] - batch.target(t, frame.batchRow(row), i);
            sum += error * error;
        }
        return sum / units;
    }

    /** −log p[y*], from the exponentials that stand where the probabilities go. */
    private double crossEntropy(int t, int row) {
        double[] p = probabilities.place().data();
        int at = probabilities.place().index(t, row);
        int units = probabilities.place().padding().size();
        double sum = 0;
        for (int i = 0; i < units; i++) {
            sum += p[at + i];
        }
        for (int i = 0; i < units; i++) {
            p[at + i] /= sum;
        }
        double[] y = output.place().data();
        int from = output.place().index(t, row);
        double largest = y[from];
        for (int i = 1; i < units; i++) {
            largest = Math.max(largest, y[from + i]);
        }
        return Elementary.log(sum) - (y[from + batch.targetClass(t, frame.batchRow(row))] - largest);
    }

    /** The slope of L by the output; an instruction over the steps that have a loss. */
    Instruction backward(Window gradient) {
        return (first, rows) -> {
            for (int t = first; t < first + rows / frame.rows(); t++) {
                for (int row = 0; row < frame.rows(); row++) {
                    slope(t, row, gradient.place());
                }
            }
        };
    }

    private void slope(int t, int row, Place gradient) {
        double[] to = gradient.data();
        int at = gradient.index(t, row);
        int units = gradient.padding().size();
        double weight = isValid(t, row) ? network.loss().stepWeight(batch.steps()) / divisor : 0;
        if (!network.loss().kind().classifies()) {
            int from = output.place().index(t, row);
            double factor = weight * 2 / units;
            for (int i = 0; i < units; i++) {
                double error = output.place().data()[from + i] - batch.target(t, frame.batchRow(row), i);
                to[at + i] = factor * error;
            }
            return;
        }
        int from = probabilities.place().index(t, row);
        int target = batch.targetClass(t, frame.batchRow(row));
        for (int i = 0; i < units; i++) {
            double p = probabilities.place().data()[from + i];
            to[at + i] = weight * (i == target ? p - 1 : p);
        }
    }

    private boolean masks() {
        return network.loss().overTime() == LossSpec.OverTime.VALID;
    }

    private boolean isValid(int t, int row) {
        return !masks() || t <= batch.length(frame.batchRow(row));
    }
}
