/** A cell opened into its circuit: the dataflow of its equations, laid out by itself and drawn with its numbers. */
package unroll.plot.circuit;
