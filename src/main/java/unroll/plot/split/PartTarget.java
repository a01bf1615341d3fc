package unroll.plot.split;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * The part of a state's gradient that comes from one loss step.
 *
 * @param site the state
 * @param t 0 … T
 * @param lossStep k
 */
public record PartTarget(Site site, int t, int lossStep) implements Hit.Target {}
