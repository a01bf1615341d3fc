package unroll.plot.stage;

import unroll.core.model.Site;
import unroll.debug.KnownVector;

/**
 * An edge of the unrolled network, the same in every column: values go from one cell to another, gradients come back.
 *
 * @param site the vector that is read
 * @param later by how many steps its reader lies behind it: 1 between columns, 0 within one
 * @param from where the vector lives
 * @param to where its reader writes
 * @param written the first vector that the reader writes: once it is known, the edge has been used
 * @param sentBack what the reader sends back
 */
record Road(Site site, int later, Place from, Place to, KnownVector written, KnownVector sentBack) {
    /** Whether a value has come along from a step. */
    boolean isUsed(int t) {
        int at = t + later;
        return at <= written.steps() && written.isKnown(at);
    }

    /** Whether the network has this edge from a step on. */
    boolean exists(int t) {
        return sentBack.progress(t).isPresent() || isRead(t);
    }

    private boolean isRead(int t) {
        int at = t + later;
        return at >= 1 && at <= written.steps() && written.progress(at).isPresent() && (t > 0 || later == 1);
    }
}
