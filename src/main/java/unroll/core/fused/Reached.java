package unroll.core.fused;

import java.util.LinkedHashSet;
import java.util.Set;
import unroll.core.model.Direction;
import unroll.core.model.Schedule.Sweep;
import unroll.core.model.Site;

/**
 * Which states' gradients the groups further up have begun, and so which of the lines that add to one comes first and
 * replaces what the last iteration left there.
 */
final class Reached {
    private final Set<Site> everywhere = new LinkedHashSet<>();
    private final Set<Site> atTheEnd = new LinkedHashSet<>();

    /** How a group's instruction for its whole range reaches a gradient. */
    enum Entry {
        /** It is the first at each of the steps. */
        REPLACES,
        /** It is the first, and reaches some steps only: all have to be cleared before. */
        CLEARS,
        /** Only the step at which the chain ends was reached before: all others have to be cleared. */
        CLEARS_REST,
        /** It is not the first. */
        ADDS
    }

    /** Notes that a group reaches a vector's gradient over its whole range. */
    Entry enter(VectorPart part, Sweep sweep) {
        Site site = part.site();
        if (everywhere.contains(site)) {
            return Entry.ADDS;
        }
        boolean isWhole = sweep != Sweep.ONCE && part.shift() == 0;
        if (!isWhole && reachesEnd(part, sweep)) {
            return atTheEnd.add(site) ? Entry.REPLACES : Entry.ADDS;
        }
        everywhere.add(site);
        if (atTheEnd.contains(site)) {
            return Entry.CLEARS_REST;
        }
        return isWhole ? Entry.REPLACES : Entry.CLEARS;
    }

    /** Whether it reaches the step at which a chain ends, and no other. */
    private static boolean reachesEnd(VectorPart part, Sweep sweep) {
        boolean isReverse = part.site().direction() == Direction.REVERSE;
        return sweep == Sweep.ONCE && part.shift() == (isReverse ? Window.TO_THE_FIRST : 0);
    }

    boolean everywhere(Site site) {
        return everywhere.contains(site);
    }

    boolean anywhere(Site site) {
        return everywhere.contains(site) || atTheEnd.contains(site);
    }
}
