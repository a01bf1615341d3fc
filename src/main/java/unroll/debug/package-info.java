/**
 * The network as a program: positions in a total order, a cursor that is one integer, and what is known where it stands.
 * Everything here is an immutable value; a command gives a new one.
 */
package unroll.debug;
