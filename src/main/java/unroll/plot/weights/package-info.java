/** The parameters as pictures, with their gradients. */
package unroll.plot.weights;
