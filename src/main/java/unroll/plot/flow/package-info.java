/** The norm of the gradient over time steps, as far as it is known at the cursor, beside what theory allows. */
package unroll.plot.flow;
