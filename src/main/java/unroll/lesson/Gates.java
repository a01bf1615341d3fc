package unroll.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.cell.Cell;
import unroll.core.cell.Gru;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;

/** What the gates of a layer do. */
final class Gates {
    private static final String FORGET_GATE = "f";

    private final Knowledge knowledge;
    private final int layer;

    Gates(Knowledge knowledge, int layer) {
        this.knowledge = knowledge;
        this.layer = layer;
    }

    private Cell cell() {
        return knowledge.trace().network().cell();
    }

    /** The mean over all units of the product of their forget gates over the last steps. */
    OptionalDouble kept(int lastSteps) {
        Trace trace = knowledge.trace();
        Optional<Quantity> gate = cell().quantities().stream()
                .filter(quantity -> quantity.id().equals(FORGET_GATE))
                .findFirst();
        if (gate.isEmpty() || !knowledge.isKnown(new Site(layer, gate.get()), trace.steps())) {
            return OptionalDouble.empty();
        }
        Site forget = new Site(layer, gate.get());
        int units = trace.network().hiddenSize();
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            double product = 1;
            for (int t = trace.steps() - lastSteps + 1; t <= trace.steps(); t++) {
                product *= trace.value(forget, Math.max(1, t), 0, unit);
            }
            sum += product;
        }
        return OptionalDouble.of(sum / units);
    }

    double resetBefore() {
        return cell() instanceof Gru gru && gru.reset() == Gru.Reset.BEFORE ? 1 : 0;
    }
}
