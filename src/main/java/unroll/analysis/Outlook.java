package unroll.analysis;

import java.util.Optional;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;

/**
 * What the recurrent matrix U of a plain cell alone tells about gradients over many steps. A step's Jacobian is
 * diag(φ′) U with 0 ≤ φ′ ≤ γ, so its norm is at most γ σ_max(U) (Pascanu, Mikolov and Bengio 2013).
 *
 * @param slope γ, the largest slope of the activation
 * @param constantSlope whether every slope is γ, as for the identity
 * @param spectralRadius ρ of U
 * @param sigmaMax of U
 */
public record Outlook(double slope, boolean constantSlope, double spectralRadius, double sigmaMax) {
    /** What follows. */
    public enum Verdict {
        /** σ_max < 1/γ is sufficient: whatever the inputs, gradients vanish; so is ρ < 1/γ where slopes are constant. */
        VANISHES,
        /** σ_max > 1/γ is necessary for exploding, not sufficient: it depends on the slopes that the inputs give. */
        OPEN,
        /** Slopes are constant and ρ > 1/γ, which is then sufficient. */
        EXPLODES
    }

    /** That of a layer of plain cells; empty for gated ones, whose gates take part in every step's Jacobian. */
    public static Optional<Outlook> of(Trace trace, int layer) {
        if (!(trace.network().cell() instanceof Rnn rnn)) {
            return Optional.empty();
        }
        Activation activation = rnn.activation();
        Spectrum.Block block =
                Spectrum.of(trace.parameters(), rnn.blocks(), layer).blocks().get(0);
        boolean constant = activation == Activation.IDENTITY;
        return Optional.of(new Outlook(activation.largestSlope(), constant, block.spectralRadius(), block.sigmaMax()));
    }

    /** 1/γ, where both numbers change their meaning. */
    public double threshold() {
        return 1 / slope;
    }

    /** What follows; open where the numbers are not finite. */
    public Verdict verdict() {
        if (sigmaMax < threshold() || constantSlope && spectralRadius < threshold()) {
            return Verdict.VANISHES;
        }
        return constantSlope && spectralRadius > threshold() ? Verdict.EXPLODES : Verdict.OPEN;
    }
}
