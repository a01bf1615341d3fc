/**
 * Formulas: a small part of TeX's mathematics, typeset by TeX's rules (Knuth, The TeXbook, appendix G) with the KaTeX
 * fonts, on any {@link java.awt.Graphics2D}.
 *
 * <p>{@link unroll.plot.tex.Formula} is the door. Lengths in here are px; a block's ascent and descent count from its
 * baseline; an em is the size of the current font.
 */
package unroll.plot.tex;
