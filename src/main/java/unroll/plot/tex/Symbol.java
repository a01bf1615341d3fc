package unroll.plot.tex;

import unroll.plot.Box;

/**
 * One readable thing of a formula together with its accents and scripts, such as {@code h_{t-1}}, {@code \odot} or
 * {@code \tanh}.
 *
 * @param source how it is written in TeX
 * @param start index of it in the formula's source
 * @param end index after it
 * @param area the place it takes, px from the left end of the formula's baseline; y grows downwards
 */
public record Symbol(String source, int start, int end, Box area) {}
