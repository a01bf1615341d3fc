package unroll.core.optim;

import static unroll.core.optim.Symbols.D;
import static unroll.core.optim.Symbols.G;
import static unroll.core.optim.Symbols.V;

import java.util.List;
import unroll.core.op.Formula;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * Gradient descent, with Polyak's momentum or Nesterov's (Sutskever et al. 2013).
 *
 * @param momentum μ; 0 for none
 * @param dampening τ, which only PyTorch has
 * @param nesterov whether the step looks ahead along the momentum
 */
public record Sgd(Common common, double momentum, double dampening, boolean nesterov) implements Optimizer {
    private static final double ABSURD_RATE = 1e100;

    public Sgd {
        Hyperparameter.requireFraction("momentum", momentum);
        Hyperparameter.requireFraction("dampening", dampening);
        if (common.isKeras() && dampening != 0) {
            throw new IllegalArgumentException("Keras' SGD has no dampening; leave it at 0, not " + dampening);
        }
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("Nesterov's momentum needs a momentum above 0 and no dampening, not "
                    + momentum + " and " + dampening);
        }
    }

    /** PyTorch's defaults. */
    public static Sgd torch() {
        return plain(Flavour.TORCH, 0.001);
    }

    /** Keras' defaults. */
    public static Sgd keras() {
        return plain(Flavour.KERAS, 0.01);
    }

    /** w ← w − η g and nothing else, which is the same in both. */
    public static Sgd plain(Flavour flavour, double learningRate) {
        return new Sgd(new Common(flavour, learningRate, 0), 0, 0, false);
    }

    public Sgd withMomentum(double value) {
        return new Sgd(common, value, dampening, nesterov);
    }

    public Sgd withNesterov(boolean value) {
        return new Sgd(common, momentum, dampening, value);
    }

    /** Whether the one line is w ← w − η g, with a rate at which η g does not overflow where g² does not. */
    boolean isPlain() {
        boolean isDescentAlone = common.schedule().isConstant() && common.weightDecay() == 0 && common.l2() == 0;
        return isDescentAlone && momentum == 0 && common.learningRate() <= ABSURD_RATE;
    }

    @Override
    public String id() {
        return "sgd";
    }

    @Override
    public String title() {
        return "SGD";
    }

    @Override
    public Sgd with(Common replacement) {
        return new Sgd(replacement, momentum, dampening, nesterov);
    }

    @Override
    public List<UpdateLine> ownLines() {
        if (momentum == 0) {
            return List.of(Common.descend(common.rate().times(G)));
        }
        return common.isKeras() ? velocityLines() : directionLines();
    }

    private List<UpdateLine> directionLines() {
        Formula mu = Symbols.momentum(momentum);
        Formula tau = new Formula.Scalar("τ", "\\tau", dampening);
        Formula share = dampening == 0 ? G : Formula.Scalar.ONE.minus(tau).times(G);
        Formula next = mu.times(D).plus(share);
        // Without dampening d = g is what the formula gives for d = 0.
        Formula first = dampening == 0 ? next : G;
        Formula ahead = nesterov ? G.plus(mu.times(D)) : D;
        return List.of(
                new UpdateLine.Assignment(UpdateVariable.DIRECTION, next, first),
                Common.descend(common.rate().times(ahead)));
    }

    private List<UpdateLine> velocityLines() {
        Formula mu = Symbols.momentum(momentum);
        Formula step = common.rate().times(G);
        Formula moved = nesterov ? Symbols.W.plus(mu.times(V)).minus(step) : Symbols.W.plus(V);
        return List.of(
                UpdateLine.Assignment.of(UpdateVariable.SQUARE, mu.times(V).minus(step)),
                UpdateLine.Assignment.of(UpdateVariable.WEIGHT, moved));
    }
}
