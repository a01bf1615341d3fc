package unroll.core.model;

import java.util.Optional;
import unroll.core.model.Execution.NonFinite;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;

/** Looks through what a line has written for the first NaN or infinity. */
record NonFiniteSearch(Network network, Memory memory, Batch batch) {
    Optional<NonFinite> writtenBy(ScheduledLine line, int t) {
        if (line.line() instanceof Equation equation) {
            return search(line, equation.target(), false, t);
        }
        if (line.line() instanceof VectorLine vector) {
            return search(line, vector.target(), true, t);
        }
        return Optional.empty();
    }

    private Optional<NonFinite> search(ScheduledLine line, VectorRef target, boolean isGradient, int t) {
        for (Section section : network.sections(line, target, batch.steps())) {
            Buffer buffer = (isGradient ? memory.gradients() : memory.values()).get(section.site());
            Optional<NonFinite> found = search(buffer, section.site(), isGradient, t + section.shift());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<NonFinite> search(Buffer buffer, Site site, boolean isGradient, int step) {
        for (int row = 0; row < batch.rows(); row++) {
            int at = buffer.offset(step, row);
            for (int unit = 0; unit < buffer.width(); unit++) {
                double value = buffer.data()[at + unit];
                if (!Double.isFinite(value)) {
                    return Optional.of(new NonFinite(site, isGradient, step, row, unit, value));
                }
            }
        }
        return Optional.empty();
    }
}
