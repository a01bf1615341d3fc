/** The sequence that is traced, to be looked at and drawn. */
package unroll.plot.input;
