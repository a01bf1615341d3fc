package unroll.plot.shares;

import unroll.plot.Hit;

/**
 * What a step adds to a parameter's gradient.
 *
 * @param parameter its name, such as {@code weight_hh_l0}
 * @param t 1 … T
 */
public record ShareTarget(String parameter, int t) implements Hit.Target {}
