package unroll.plot.spectrum;

import unroll.plot.Hit;

/**
 * A singular value of a product.
 *
 * @param lag k
 * @param index from 0, the largest
 */
public record SingularValueTarget(int lag, int index) implements Hit.Target {}
