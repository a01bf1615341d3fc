package unroll.debug;

import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;

/** The way on which an increment of a gradient comes back to a vector. */
public enum Road {
    /** From the loss, through the head. */
    LOSS,
    /** From the layer above. */
    ABOVE,
    /** From the next time step. */
    LATER,
    /** From the next time step, where truncation lets nothing through. */
    CUT,
    /** From another vector of the same step and layer. */
    WITHIN;

    /** The road of what a line adds to a vector. */
    static Road of(ScheduledLine line, Site target) {
        if (line.listed().part() != Part.CELL) {
            return LOSS;
        }
        if (line.layer() != target.layer()) {
            return ABOVE;
        }
        return line.goesBack() ? LATER : WITHIN;
    }
}
