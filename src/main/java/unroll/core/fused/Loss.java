package unroll.core.fused;

import java.util.Arrays;
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
        if (network.loss().kind().hasProbabilities()) {
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
        return switch (network.loss().kind()) {
            case MSE -> squaredError(t, row);
            case CROSS_ENTROPY -> crossEntropy(t, row);
            case NLL -> -output.place().data()[output.place().index(t, row) + target(t, row)];
        };
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
        return Elementary.log(sum) - (y[from + target(t, row)] - largest);
    }

    private int target(int t, int row) {
        return batch.targetClass(t, frame.batchRow(row));
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
        double weight = isValid(t, row) ? network.loss().stepWeight(batch.steps()) / divisor : 0;
        switch (network.loss().kind()) {
            case MSE -> squaredErrorSlope(t, row, to, at, weight);
            case CROSS_ENTROPY -> crossEntropySlope(t, row, to, at, weight);
            case NLL -> {
                Arrays.fill(to, at, at + output.place().padding().size(), 0);
                to[at + target(t, row)] = -weight;
            }
        }
    }

    private void squaredErrorSlope(int t, int row, double[] to, int at, double weight) {
        double[] y = output.place().data();
        int from = output.place().index(t, row);
        int units = output.place().padding().size();
        double factor = weight * 2 / units;
        for (int i = 0; i < units; i++) {
            to[at + i] = factor * (y[from + i] - batch.target(t, frame.batchRow(row), i));
        }
    }

    private void crossEntropySlope(int t, int row, double[] to, int at, double weight) {
        double[] p = probabilities.place().data();
        int from = probabilities.place().index(t, row);
        int units = output.place().padding().size();
        int target = target(t, row);
        for (int i = 0; i < units; i++) {
            to[at + i] = weight * (i == target ? p[from + i] - 1 : p[from + i]);
        }
    }

    private boolean masks() {
        return network.loss().overTime() == LossSpec.OverTime.VALID;
    }

    private boolean isValid(int t, int row) {
        return !masks() || t <= batch.length(frame.batchRow(row));
    }
}
