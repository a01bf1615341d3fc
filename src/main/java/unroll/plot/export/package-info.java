/** Writes any {@link unroll.plot.Painter} as a picture or as its numbers; the same picture gives the same bytes. */
package unroll.plot.export;
