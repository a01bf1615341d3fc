package unroll.core.optim;

import unroll.core.op.Formula;
import unroll.core.op.UpdateVariable;

/** The variables of the update as formulas, by the letters that they are printed with. */
final class Symbols {
    static final Formula W = new Formula.Variable(UpdateVariable.WEIGHT);
    static final Formula G = new Formula.Variable(UpdateVariable.GRADIENT);
    static final Formula D = new Formula.Variable(UpdateVariable.DIRECTION);
    static final Formula V = new Formula.Variable(UpdateVariable.SQUARE);
    static final Formula V_MAX = new Formula.Variable(UpdateVariable.LARGEST_SQUARE);
    static final Formula G_MEAN = new Formula.Variable(UpdateVariable.MEAN);
    static final Formula M = new Formula.Variable(UpdateVariable.MOMENT);
    static final Formula M_HAT = new Formula.Variable(UpdateVariable.UNBIASED_MOMENT);
    static final Formula V_HAT = new Formula.Variable(UpdateVariable.UNBIASED_SQUARE);
    static final Formula ETA = new Formula.Variable(UpdateVariable.RATE);
    static final Formula ETA_HAT = new Formula.Variable(UpdateVariable.UNBIASED_RATE);
    static final Formula K = new Formula.Iteration();

    private Symbols() {}

    static Formula.Scalar epsilon(double value) {
        return new Formula.Scalar("ε", "\\varepsilon", value);
    }

    static Formula.Scalar momentum(double value) {
        return new Formula.Scalar("μ", "\\mu", value);
    }
}
