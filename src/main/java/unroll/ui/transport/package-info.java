/** The bar by which the debugger is driven: stepping, playing, and the timeline of all lines. */
package unroll.ui.transport;
