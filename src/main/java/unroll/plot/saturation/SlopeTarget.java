package unroll.plot.saturation;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * A bar of a gate's histogram.
 *
 * @param site the gate
 * @param bin from 0
 */
public record SlopeTarget(Site site, int bin) implements Hit.Target {}
