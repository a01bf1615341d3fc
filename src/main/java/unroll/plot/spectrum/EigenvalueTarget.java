package unroll.plot.spectrum;

import unroll.plot.Hit;

/**
 * An eigenvalue.
 *
 * @param block of the matrix, from 0
 * @param index within the block
 */
public record EigenvalueTarget(int block, int index) implements Hit.Target {}
