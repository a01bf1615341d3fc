/** The list of breakpoints, and the form in which one is written. */
package unroll.ui.breakpoints;
