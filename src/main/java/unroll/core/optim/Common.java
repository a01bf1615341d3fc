package unroll.core.optim;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * What all optimisers have.
 *
 * @param learningRate η, or where it changes η₀
 * @param weightDecay λ as the library means it: through the gradient in PyTorch, of the weights themselves in Keras and
 *     in AdamW; 0 for none
 * @param l2 λ₂, the penalty ½ λ₂ ‖w‖² as a part of the gradient, whatever the library; 0 for none. The loss that is
 *     shown is without it
 * @param schedule how the rate changes
 */
public record Common(Flavour flavour, double learningRate, double weightDecay, double l2, RateSchedule schedule) {
    public Common {
        Hyperparameter.requireNotNegative("learning rate", learningRate);
        Hyperparameter.requireNotNegative("weight decay", weightDecay);
        Hyperparameter.requireNotNegative("L2 penalty", l2);
        if (schedule.course() instanceof RateSchedule.Cosine cosine && cosine.last() > learningRate) {
            throw new IllegalArgumentException("the last learning rate of a cosine must not be above the first, "
                    + learningRate + ", but is " + cosine.last());
        }
    }

    /** With a rate that never changes and no penalty. */
    public Common(Flavour flavour, double learningRate, double weightDecay) {
        this(flavour, learningRate, weightDecay, 0, RateSchedule.CONSTANT);
    }

    public Common withLearningRate(double rate) {
        return new Common(flavour, rate, weightDecay, l2, schedule);
    }

    public Common withWeightDecay(double decay) {
        return new Common(flavour, learningRate, decay, l2, schedule);
    }

    public Common withL2(double penalty) {
        return new Common(flavour, learningRate, weightDecay, penalty, schedule);
    }

    public Common withSchedule(RateSchedule replacement) {
        return new Common(flavour, learningRate, weightDecay, l2, replacement);
    }

    boolean isKeras() {
        return flavour == Flavour.KERAS;
    }

    /** η: a number, or what the line of the schedule made. */
    Formula rate() {
        return schedule.isConstant() ? new Formula.Scalar("η", "\\eta", learningRate) : Symbols.ETA;
    }

    /** What comes before the optimiser's own lines: the rate, the penalty, the decay, as far as there are any. */
    List<UpdateLine> lines(boolean decouplesDecay) {
        List<UpdateLine> lines = new ArrayList<>();
        if (!schedule.isConstant()) {
            lines.add(schedule.line(learningRate));
        }
        if (l2 > 0) {
            lines.add(penalty());
        }
        if (weightDecay > 0) {
            lines.add(decouplesDecay ? decayOfWeights() : decayOfGradient());
        }
        return lines;
    }

    private UpdateLine penalty() {
        Formula lambda = new Formula.Scalar("λ₂", "\\lambda_2", l2);
        return UpdateLine.Assignment.of(UpdateVariable.GRADIENT, Symbols.G.plus(lambda.times(Symbols.W)));
    }

    private Formula.Scalar decay() {
        return new Formula.Scalar("λ", "\\lambda", weightDecay);
    }

    /** Decay as the gradient of ½ λ ‖w‖²: what follows scales and averages it as it does g. */
    private UpdateLine decayOfGradient() {
        return UpdateLine.Assignment.of(UpdateVariable.GRADIENT, Symbols.G.plus(decay().times(Symbols.W)));
    }

    /** Decay of the weights themselves, whatever the gradient (Loshchilov and Hutter 2019). */
    private UpdateLine decayOfWeights() {
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
