/** One pass through the network with everything kept, forwards and backwards. */
package unroll.core.trace;
