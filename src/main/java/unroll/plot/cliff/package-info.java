/** The loss surface of the one-unit network. */
package unroll.plot.cliff;
