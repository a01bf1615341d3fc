/** Columns of text, formulas, bars and small curves, as the inspector shows them. */
package unroll.plot.sheet;
