/** Immutable numbers with a shape, the one random generator, and nothing else. */
package unroll.core.tensor;
