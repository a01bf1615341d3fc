package unroll.core.optim;

import static unroll.core.optim.Symbols.G;
import static unroll.core.optim.Symbols.K;
import static unroll.core.optim.Symbols.V;

import java.util.List;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * Gradients divided by the root of the sum of their squares so far (Duchi, Hazan and Singer 2011).
 *
 * @param initial the sum before the first iteration
 * @param rateDecay by which the rate falls as 1/(1+(k−1)·decay), which only PyTorch has
 */
public record Adagrad(Common common, double initial, double epsilon, double rateDecay) implements Optimizer {
    public Adagrad {
        Hyperparameter.requireNotNegative("initial sum", initial);
        Hyperparameter.requirePositive("ε", epsilon);
        Hyperparameter.requireNotNegative("decay of the learning rate", rateDecay);
        if (common.isKeras() && rateDecay != 0) {
            throw new IllegalArgumentException(
                    "Keras' Adagrad has no decay of the learning rate; leave it at 0, not " + rateDecay);
        }
    }

    /** PyTorch's defaults. */
    public static Adagrad torch() {
        return new Adagrad(new Common(Flavour.TORCH, 0.01, 0), 0, 1e-10, 0);
    }

    /** Keras' defaults. */
    public static Adagrad keras() {
        return new Adagrad(new Common(Flavour.KERAS, 0.001, 0), 0.1, 1e-7, 0);
    }

    @Override
    public String id() {
        return "adagrad";
    }

    @Override
    public String title() {
        return "Adagrad";
    }

    @Override
    public Adagrad with(Common replacement) {
        return new Adagrad(replacement, initial, epsilon, rateDecay);
    }

    @Override
    public double initialValue(UpdateVariable variable) {
        return variable == UpdateVariable.SQUARE ? initial : 0;
    }

    @Override
    public List<UpdateLine> ownLines() {
        Formula step = common.scaled(rate().times(G), V, epsilon);
        return List.of(UpdateLine.Assignment.of(UpdateVariable.SQUARE, V.plus(G.squared())), Common.descend(step));
    }

    private Formula rate() {
        if (rateDecay == 0) {
            return common.rate();
        }
        Formula decay = new Formula.Scalar("decay", "\\mathrm{decay}", rateDecay);
        return common.rate()
                .over(Formula.Scalar.ONE.plus(K.minus(Formula.Scalar.ONE).times(decay)));
    }
}
