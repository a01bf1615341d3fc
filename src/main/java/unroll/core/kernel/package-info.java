/**
 * The arithmetic of training: batched operations on flat arrays, and the functions of one number.
 *
 * <p>Every {@link unroll.core.kernel.Kernel} gives the same bits on every machine. The order of each sum is fixed by the
 * operation, each step of it is one fused multiply-add, and the functions are made of additions, multiplications,
 * divisions and fused multiply-adds alone, which IEEE 754 defines to the last bit.
 */
package unroll.core.kernel;
