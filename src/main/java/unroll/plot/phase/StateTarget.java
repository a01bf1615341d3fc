package unroll.plot.phase;

import unroll.plot.Hit;

/**
 * The state at a step.
 *
 * @param layer from 0
 * @param t 0 … T
 */
public record StateTarget(int layer, int t) implements Hit.Target {}
