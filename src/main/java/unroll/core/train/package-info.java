/**
 * Training, one iteration at a time, and the measuring of what was learned. Nothing here starts a thread, listens or
 * reads a clock: whoever trains calls {@link unroll.core.train.Trainer#step} and looks at the result.
 */
package unroll.core.train;
