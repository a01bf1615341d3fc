package unroll.plot.lanes;

import unroll.core.model.Site;
import unroll.plot.Hit;

/**
 * One number of the network.
 *
 * @param site the vector
 * @param gradient whether ∂L/∂ the vector is meant, not its value
 * @param t the time step, 0 (the initial state) … T
 * @param unit its place in the vector, from 0
 */
public record UnitTarget(Site site, boolean gradient, int t, int unit) implements Hit.Target {}
