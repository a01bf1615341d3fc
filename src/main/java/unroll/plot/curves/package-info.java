/** Curves over iterations or steps: their data, and the painter that shows, reads off and exports them. */
package unroll.plot.curves;
