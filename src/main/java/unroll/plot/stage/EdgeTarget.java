package unroll.plot.stage;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * An edge of the unrolled network.
 *
 * @param site the vector that is read
 * @param t the step of that vector
 * @param later by how many steps its reader lies behind it, 0 or 1
 */
public record EdgeTarget(Site site, int t, int later) implements Hit.Target {}
