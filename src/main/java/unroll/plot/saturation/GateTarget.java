package unroll.plot.saturation;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * The units of a gate at a step.
 *
 * @param site the gate
 * @param t 1 … T
 */
public record GateTarget(Site site, int t) implements Hit.Target {}
