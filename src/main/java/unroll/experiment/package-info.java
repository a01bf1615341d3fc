/**
 * The experiment: one value from which, together with its data, everything on the screen and in a run follows, bit for
 * bit.
 */
package unroll.experiment;
