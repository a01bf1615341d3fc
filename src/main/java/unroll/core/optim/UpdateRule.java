package unroll.core.optim;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.UpdateLine;

/** How an iteration ends: the gradient is clipped, then used. */
public record UpdateRule(Clipping clipping, Optimizer optimizer) {
    public static UpdateRule of(Optimizer optimizer) {
        return new UpdateRule(new Clipping.None(), optimizer);
    }

    /** The lines of the listing, in the order in which they run: norm, clip, rate, penalty, decay, optimiser. */
    public List<UpdateLine> lines() {
        List<UpdateLine> lines = new ArrayList<>(clipping.lines());
        lines.addAll(optimizer.lines());
        return List.copyOf(lines);
    }

    /**
     * Whether an update is w ← w − η g and no more, with a fixed rate that is not absurd: it then makes finite weights of
     * all weights and gradients whose squares are finite.
     */
    public boolean descendsPlainly() {
        return clipping instanceof Clipping.None && optimizer instanceof Sgd sgd && sgd.isPlain();
    }
}
