/** The norm of the gradient over time steps, as far as it is known at the cursor. */
package unroll.plot.flow;
