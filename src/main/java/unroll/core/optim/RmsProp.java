package unroll.core.optim;

import static unroll.core.optim.Symbols.D;
import static unroll.core.optim.Symbols.G;
import static unroll.core.optim.Symbols.G_MEAN;
import static unroll.core.optim.Symbols.V;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * Gradients divided by the root of their running mean square (Tieleman and Hinton 2012), or by their running standard
 * deviation (Graves 2013).
 *
 * @param decay ρ of the running means, α in PyTorch
 * @param momentum μ; 0 for none
 * @param centered whether the squared mean gradient is taken off
 */
public record RmsProp(Common common, double decay, double epsilon, double momentum, boolean centered)
        implements Optimizer {
    public RmsProp {
        Hyperparameter.requireBelowOne("decay ρ", decay);
        Hyperparameter.requirePositive("ε", epsilon);
        Hyperparameter.requireFraction("momentum", momentum);
    }

    /** PyTorch's defaults. */
    public static RmsProp torch() {
        return new RmsProp(new Common(Flavour.TORCH, 0.01, 0), 0.99, 1e-8, 0, false);
    }

    /** Keras' defaults. */
    public static RmsProp keras() {
        return new RmsProp(new Common(Flavour.KERAS, 0.001, 0), 0.9, 1e-7, 0, false);
    }

    @Override
    public String id() {
        return "rmsprop";
    }

    @Override
    public String title() {
        return "RMSprop";
    }

    @Override
    public RmsProp with(Common replacement) {
        return new RmsProp(replacement, decay, epsilon, momentum, centered);
    }

    @Override
    public List<UpdateLine> ownLines() {
        Formula.Scalar rho = new Formula.Scalar("ρ", "\\rho", decay);
        List<UpdateLine> lines = new ArrayList<>();
        lines.add(Common.average(UpdateVariable.SQUARE, rho, G.squared()));
        if (centered) {
            lines.add(Common.average(UpdateVariable.MEAN, rho, G));
        }
        Formula square = centered ? V.minus(G_MEAN.squared()) : V;
        lines.addAll(steps(square));
        return lines;
    }

    private List<UpdateLine> steps(Formula square) {
        Formula rate = common.rate();
        if (momentum == 0) {
            return List.of(Common.descend(common.scaled(rate.times(G), square, epsilon)));
        }
        // Keras puts the rate into the direction, PyTorch applies it afterwards; they differ when the rate changes.
        Formula sample = common.scaled(common.isKeras() ? rate.times(G) : G, square, epsilon);
        Formula direction = Symbols.momentum(momentum).times(D).plus(sample);
        return List.of(
                UpdateLine.Assignment.of(UpdateVariable.DIRECTION, direction),
                Common.descend(common.isKeras() ? D : rate.times(D)));
    }
}
