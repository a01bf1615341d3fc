/** The unrolled network: cells in columns of time steps, and the edges along which values and gradients travel. */
package unroll.plot.stage;
