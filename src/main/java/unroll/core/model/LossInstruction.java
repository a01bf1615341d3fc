package unroll.core.model;

import unroll.core.op.Functions;
import unroll.core.op.Quantity;

/** The loss of one step, forwards and backwards. */
final class LossInstruction {
    private final Network network;
    private final Batch batch;
    private final Buffer output;
    private final Buffer outputGradient;
    private final Buffer probabilities;
    private final Buffer loss;
    private double total;
    private int onlyStep;

    LossInstruction(Network network, Batch batch, Memory memory) {
        this.network = network;
        this.batch = batch;
        Site read = Site.head(network.readByLoss());
        this.output = memory.values().get(read);
        this.outputGradient = memory.gradients().get(read);
        this.probabilities = memory.values().get(Site.head(Quantity.PROBABILITIES));
        this.loss = memory.values().get(Site.head(Quantity.LOSS));
    }

    double total() {
        return total;
    }

    void reset() {
        total = 0;
    }

    /** Restricts the backward pass to the loss of one step; 0 stands for all. */
    void restrictTo(int step) {
        onlyStep = step;
    }

    void forward(int t) {
        double sum = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double ofRow = isValid(t, row) ? forwardRow(t, row) : 0;
            loss.data()[loss.offset(t, row)] = ofRow;
            sum += ofRow;
        }
        double mean = sum / divisor();
        total += network.loss().stepWeight(batch.steps()) * mean;
    }

    /** The step's loss as it enters the total, before its weight. */
    double ofStep(int t) {
        double sum = 0;
        for (int row = 0; row < batch.rows(); row++) {
            sum += loss.data()[loss.offset(t, row)];
        }
        return sum / divisor();
    }

    void backward(int t) {
        if (onlyStep != 0 && t != onlyStep) {
            return;
        }
        double weight = network.loss().stepWeight(batch.steps());
        for (int row = 0; row < batch.rows(); row++) {
            if (isValid(t, row)) {
                backwardRow(t, row, weight);
            }
        }
    }

    private boolean masks() {
        return network.loss().overTime() == LossSpec.OverTime.VALID;
    }

    private boolean isValid(int t, int row) {
        return !masks() || t <= batch.length(row);
    }

    private double divisor() {
        return masks() ? batch.validSteps() : batch.rows();
    }

    private double forwardRow(int t, int row) {
        return switch (network.loss().kind()) {
            case MSE -> squaredError(t, row);
            case CROSS_ENTROPY -> crossEntropy(t, row);
            case NLL -> -output.data()[output.offset(t, row) + batch.targetClass(t, row)];
        };
    }

    private double squaredError(int t, int row) {
        int at = output.offset(t, row);
        double sum = 0;
        for (int i = 0; i < output.width(); i++) {
            double error = output.data()[at + i] - batch.target(t, row, i);
            sum += error * error;
        }
        return sum / output.width();
    }

    private double crossEntropy(int t, int row) {
        double[] y = output.data();
        int at = output.offset(t, row);
        int width = output.width();
        double largest = y[at];
        for (int i = 1; i < width; i++) {
            largest = Math.max(largest, y[at + i]);
        }
        double[] p = probabilities.data();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            p[at + i] = Functions.exp(y[at + i] - largest);
            sum += p[at + i];
        }
        for (int i = 0; i < width; i++) {
            p[at + i] /= sum;
        }
        return Functions.log(sum) - (y[at + batch.targetClass(t, row)] - largest);
    }

    private void backwardRow(int t, int row, double weight) {
        int at = output.offset(t, row);
        double factor = weight / divisor();
        switch (network.loss().kind()) {
            case MSE -> squaredErrorSlope(t, row, 2 * weight / (divisor() * output.width()));
            case CROSS_ENTROPY -> crossEntropySlope(at, batch.targetClass(t, row), factor);
            case NLL -> outputGradient.data()[at + batch.targetClass(t, row)] -= factor;
        }
    }

    private void squaredErrorSlope(int t, int row, double factor) {
        int at = output.offset(t, row);
        for (int i = 0; i < output.width(); i++) {
            outputGradient.data()[at + i] += factor * (output.data()[at + i] - batch.target(t, row, i));
        }
    }

    private void crossEntropySlope(int at, int target, double factor) {
        for (int i = 0; i < output.width(); i++) {
            double p = probabilities.data()[at + i];
            outputGradient.data()[at + i] += factor * (i == target ? p - 1 : p);
        }
    }
}
