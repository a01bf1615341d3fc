/** The gradient of a state, split by the loss step that it comes from. */
package unroll.plot.split;
