/**
 * Files in and out: experiments, data tables, reference cases, run folders. What can't be read is a {@link
 * unroll.io.ReadProblem}; what is written is written beside its place and moved there when it is whole.
 */
package unroll.io;
