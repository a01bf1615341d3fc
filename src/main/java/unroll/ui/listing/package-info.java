/** The lines of the program, where it stands in them, and its breakpoints. */
package unroll.ui.listing;
