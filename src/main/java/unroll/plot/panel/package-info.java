/** All figures that a panel can show, from a trace to a painter. */
package unroll.plot.panel;
