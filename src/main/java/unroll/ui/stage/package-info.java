/** The unrolled network: what of it is shown, and the pulse of the line that has just run. */
package unroll.ui.stage;
