package unroll.core.fused;

import unroll.core.kernel.Operand;

/**
 * A weight matrix, or its transpose, as the right factor of products.
 *
 * @param depth the number of rows, with room between blocks
 */
record Panels(int depth, Operand operand) {}
