/** What a trace shows about the gradient: pure functions, no state. */
package unroll.analysis;
