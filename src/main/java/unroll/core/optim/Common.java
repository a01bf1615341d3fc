package unroll.core.optim;

import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * What all optimisers have.
 *
 * @param learningRate η
 * @param weightDecay λ; 0 for none
 */
public record Common(Flavour flavour, double learningRate, double weightDecay) {
    public Common {
        Hyperparameter.requireNotNegative("learning rate", learningRate);
        Hyperparameter.requireNotNegative("weight decay", weightDecay);
    }

    public Common withLearningRate(double rate) {
        return new Common(flavour, rate, weightDecay);
    }

    public Common withWeightDecay(double decay) {
        return new Common(flavour, learningRate, decay);
    }

    boolean isKeras() {
        return flavour == Flavour.KERAS;
    }

    boolean decays() {
        return weightDecay > 0;
    }

    Formula.Scalar rate() {
        return new Formula.Scalar("η", "\\eta", learningRate);
    }

    private Formula.Scalar decay() {
        return new Formula.Scalar("λ", "\\lambda", weightDecay);
    }

    /** Decay as the gradient of ½ λ ‖w‖²: what follows scales and averages it as it does g. */
    UpdateLine decayOfGradient() {
        return UpdateLine.Assignment.of(UpdateVariable.GRADIENT, Symbols.G.plus(decay().times(Symbols.W)));
    }

    /** Decay of the weights themselves, whatever the gradient (Loshchilov and Hutter 2019). */
    UpdateLine decayOfWeights() {
        return UpdateLine.Assignment.of(
                UpdateVariable.WEIGHT, Symbols.W.minus(rate().times(decay()).times(Symbols.W)));
    }

    /** w ← w − step. */
    static UpdateLine descend(Formula step) {
        return UpdateLine.Assignment.of(UpdateVariable.WEIGHT, Symbols.W.minus(step));
    }

    /** mean ← decay mean + (1 − decay) sample. */
    static UpdateLine average(UpdateVariable mean, Formula.Scalar decay, Formula sample) {
        Formula old = new Formula.Variable(mean);
        Formula share = Formula.Scalar.ONE.minus(decay).times(sample);
        return UpdateLine.Assignment.of(mean, decay.times(old).plus(share));
    }

    /** g/(√square + ε) in PyTorch's form, g/√(square + ε) in Keras'; {@code numerator} stands for g. */
    Formula scaled(Formula numerator, Formula square, double epsilon) {
        Formula.Scalar eps = Symbols.epsilon(epsilon);
        return numerator.over(
                isKeras() ? square.plus(eps).root() : square.root().plus(eps));
    }
}
