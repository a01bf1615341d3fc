package unroll.core.optim;

import static unroll.core.optim.Symbols.ETA_HAT;
import static unroll.core.optim.Symbols.G;
import static unroll.core.optim.Symbols.M;
import static unroll.core.optim.Symbols.M_HAT;
import static unroll.core.optim.Symbols.V;
import static unroll.core.optim.Symbols.V_HAT;
import static unroll.core.optim.Symbols.V_MAX;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Binary;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * What Adam and AdamW share: running means of the gradient and of its square, and the step that is made of them.
 *
 * @param beta1 β₁, the decay of the mean gradient
 * @param beta2 β₂, the decay of the mean square
 * @param amsgrad whether the largest mean square so far is used (Reddi, Kale and Kumar 2018)
 */
public record Moments(double beta1, double beta2, double epsilon, boolean amsgrad) {
    public Moments {
        Hyperparameter.requireBelowOne("decay β₁", beta1);
        Hyperparameter.requireBelowOne("decay β₂", beta2);
        Hyperparameter.requirePositive("ε", epsilon);
    }

    /** PyTorch's defaults. */
    public static Moments torch() {
        return new Moments(0.9, 0.999, 1e-8, false);
    }

    /** Keras' defaults. */
    public static Moments keras() {
        return new Moments(0.9, 0.999, 1e-7, false);
    }

    List<UpdateLine> lines(Common common) {
        List<UpdateLine> lines = new ArrayList<>();
        lines.add(Common.average(UpdateVariable.MOMENT, first(), G));
        lines.add(Common.average(UpdateVariable.SQUARE, second(), G.squared()));
        if (amsgrad) {
            lines.add(UpdateLine.Assignment.of(UpdateVariable.LARGEST_SQUARE, new Binary.Maximum(V_MAX, V)));
        }
        lines.addAll(common.isKeras() ? kerasSteps(common) : torchSteps(common));
        return lines;
    }

    private List<UpdateLine> torchSteps(Common common) {
        Formula step = common.rate().times(M_HAT).over(V_HAT.root().plus(Symbols.epsilon(epsilon)));
        return List.of(
                UpdateLine.Assignment.of(UpdateVariable.UNBIASED_MOMENT, M.over(unbiased(first()))),
                UpdateLine.Assignment.of(UpdateVariable.UNBIASED_SQUARE, square().over(unbiased(second()))),
                Common.descend(step));
    }

    private List<UpdateLine> kerasSteps(Common common) {
        Formula rate = common.rate().times(unbiased(second()).root()).over(unbiased(first()));
        Formula step = ETA_HAT.times(M).over(square().root().plus(Symbols.epsilon(epsilon)));
        return List.of(UpdateLine.Assignment.of(UpdateVariable.UNBIASED_RATE, rate), Common.descend(step));
    }

    private Formula square() {
        return amsgrad ? V_MAX : V;
    }

    private Formula.Scalar first() {
        return new Formula.Scalar("β₁", "\\beta_1", beta1);
    }

    private Formula.Scalar second() {
        return new Formula.Scalar("β₂", "\\beta_2", beta2);
    }

    /** 1 − βᵏ, the share of a running mean that is not its start at 0. */
    private static Formula unbiased(Formula.Scalar beta) {
        return Formula.Scalar.ONE.minus(new Formula.IterationPower(beta));
    }
}
