/** The gradients of the weights as sums over time. */
package unroll.plot.shares;
