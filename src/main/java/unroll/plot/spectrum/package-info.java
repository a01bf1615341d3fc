/** Eigenvalues of the recurrent matrix and singular values of the Jacobian product. */
package unroll.plot.spectrum;
