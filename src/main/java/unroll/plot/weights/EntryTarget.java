package unroll.plot.weights;

import unroll.plot.Hit;

/**
 * An entry of a parameter, of its gradient or of its update.
 *
 * @param parameter its name, such as {@code weight_hh_l0}
 * @param row from 0
 * @param column from 0; 0 for a bias
 */
public record EntryTarget(String parameter, Aspect aspect, int row, int column) implements Hit.Target {}
