package unroll.debug;

import unroll.core.model.Phase;
import unroll.core.model.Schedule.ScheduledLine;

/**
 * One line at one time step: a place in the program's total order.
 *
 * @param index from 0
 * @param block the index of its block in the schedule
 * @param t its time step, 1 … T
 */
public record Position(int index, int block, int t, ScheduledLine line) {
    public Phase phase() {
        return line.listed().phase();
    }

    /** The cursor after this line has run. */
    public int cursor() {
        return index + 1;
    }
}
