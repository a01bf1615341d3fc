/** The path of a state through two dimensions. */
package unroll.plot.phase;
