package unroll.check;

import unroll.core.op.Functions;
import unroll.core.tensor.Tensor;

/**
 * The problem that the reference optimisers work on, L = scale · mean (tanh(X Wᵀ + b) − Y)², with W row by row and then b
 * in one flat array.
 *
 * @param inputs X [rows, in]
 * @param targets Y [rows, out]
 */
record TanhRegression(Tensor inputs, Tensor targets, double scale) {
    private int in() {
        return inputs.extent(1);
    }

    private int out() {
        return targets.extent(1);
    }

    double loss(double[] weights) {
        double sum = 0;
        for (int i = 0; i < targets.size(); i++) {
            double error = output(weights, i) - targets.at(i);
            sum += error * error;
        }
        return scale * sum / targets.size();
    }

    /** Writes ∂L/∂W and ∂L/∂b. */
    void gradient(double[] weights, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = 0;
        }
        for (int i = 0; i < targets.size(); i++) {
            double output = output(weights, i);
            double slope = 2 * scale / targets.size() * (output - targets.at(i)) * (1 - output * output);
            int unit = i % out();
            for (int j = 0; j < in(); j++) {
                gradient[unit * in() + j] += slope * inputs.at(i / out() * in() + j);
            }
            gradient[out() * in() + unit] += slope;
        }
    }

    private double output(double[] weights, int index) {
        int unit = index % out();
        double sum = weights[out() * in() + unit];
        for (int j = 0; j < in(); j++) {
            sum += weights[unit * in() + j] * inputs.at(index / out() * in() + j);
        }
        return Functions.tanh(sum);
    }
}
