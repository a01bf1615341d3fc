package unroll.plot.phase;

import unroll.core.model.Chain;
import unroll.plot.Hit;

/**
 * The state at a step.
 *
 * @param chain its layer and direction
 * @param t 0 … T
 */
public record StateTarget(Chain chain, int t) implements Hit.Target {}
