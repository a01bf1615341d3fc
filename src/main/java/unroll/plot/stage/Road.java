package unroll.plot.stage;

import java.util.function.IntPredicate;
import unroll.core.model.Site;
import unroll.debug.KnownVector;

/**
 * An edge of the unrolled network, the same in every column: values go from one cell to another, gradients come back.
 *
 * @param ends where it lies
 * @param written the first vector that the reader writes: once it is known, the edge has been used
 * @param sentBack what the reader sends back
 * @param cut whether truncation lets nothing back to a step of the vector that is read
 */
record Road(Ends ends, KnownVector written, KnownVector sentBack, IntPredicate cut) {
    /**
     * What an edge joins.
     *
     * @param site the vector that is read
     * @param later by how many steps its reader lies behind it: 1 or −1 between columns, 0 within one; more where a final
     *     state is read at the last step
     * @param from where the vector lives
     * @param to where its reader writes
     */
    record Ends(Site site, int later, Place from, Place to) {}

    Site site() {
        return ends.site();
    }

    int later() {
        return ends.later();
    }

    Place from() {
        return ends.from();
    }

    Place to() {
        return ends.to();
    }

    /** Whether it leads from a column to one beside it: the same cell reads what it wrote. */
    boolean isRecurrent() {
        return from().sharesCell(to());
    }

    /** Whether truncation lets no gradient back along it to a step. */
    boolean isCut(int t) {
        return cut.test(t);
    }

    /** Whether a value has come along from a step. */
    boolean isUsed(int t) {
        int at = t + later();
        return at >= 1 && at <= written.steps() && written.isKnown(at);
    }

    /** Whether the network has this edge from a step on. */
    boolean exists(int t) {
        return sentBack.progress(t).isPresent() || isRead(t);
    }

    private boolean isRead(int t) {
        int at = t + later();
        return at >= 1
                && at <= written.steps()
                && written.progress(at).isPresent()
                && (isRecurrent() || (t > 0 && t <= written.steps()));
    }
}
