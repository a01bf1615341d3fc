package unroll.analysis;

import java.util.Optional;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;

/**
 * What the recurrent matrix U of a plain cell alone tells about gradients over many steps. A step's Jacobian is
 * diag(φ′) U with 0 ≤ φ′ ≤ γ, so its norm is at most γ ‖U‖ (Pascanu, Mikolov and Bengio 2013).
 *
 * @param slope γ, the largest slope of the activation
 * @param constantSlope whether every slope is γ, as for the identity
 * @param spectralRadius ρ of U
 * @param sigmaMax of U
 */
public record Outlook(double slope, boolean constantSlope, double spectralRadius, double sigmaMax) {
    /** What follows. */
    public enum Verdict {
        /** ‖U‖ < 1/γ is sufficient: whatever the inputs, gradients vanish; so is ρ < 1/γ where slopes are constant. */
        VANISHES,
        /** ‖U‖ > 1/γ is necessary for exploding, not sufficient: it depends on the slopes that the inputs give. */
        OPEN,
        /** Slopes are constant and ρ > 1/γ, which is then sufficient. */
        EXPLODES
    }

    /** That of a layer of cells without gates; empty for gated ones, whose gates take part in every step's Jacobian. */
    public static Optional<Outlook> of(Trace trace, Chain chain) {
        Optional<Activation> activation = activation(trace.network().cell());
        return activation.map(function -> {
            Spectrum.Block block = Spectrum.of(trace.network(), trace.parameters(), chain)
                    .blocks()
                    .get(0);
            boolean constant = function == Activation.IDENTITY;
            return new Outlook(function.largestSlope(), constant, block.spectralRadius(), block.sigmaMax());
        });
    }

    private static Optional<Activation> activation(Cell cell) {
        if (cell instanceof Concat) {
            return Optional.of(Activation.IDENTITY);
        }
        return cell instanceof Rnn rnn ? Optional.of(rnn.activation()) : Optional.empty();
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
