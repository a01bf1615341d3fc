package unroll.plot.flow;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * The gradient of a state at a step.
 *
 * @param site the state
 * @param t 0 … T
 * @param norm over its units, as far as it is summed
 */
public record FlowTarget(Site site, int t, double norm) implements Hit.Target {}
