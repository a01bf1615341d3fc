package unroll.core.model;

import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;

/**
 * One number of a vector that is moved a little once the line that makes it has run, so that everything after it follows.
 *
 * @param site of any vector that a line writes, or of a state before the first step
 */
public record Displacement(Site site, int step, int row, int unit, double by) {
    /** Whether it moves a state that no line makes. */
    boolean isInitial(int steps) {
        return site.quantity().carried() && step == site.direction().initialStep(steps);
    }

    /** Whether a line makes the number when it runs at step {@code t}. */
    boolean isMadeBy(Network network, ScheduledLine line, int t, int steps) {
        return line.line() instanceof Equation equation
                && network.sections(line, equation.target(), steps).stream()
                        .anyMatch(section -> section.site().equals(site) && t + section.shift() == step);
    }

    void apply(Memory memory) {
        Buffer buffer = memory.values().get(site);
        buffer.data()[buffer.offset(step, row) + unit] += by;
    }
}
