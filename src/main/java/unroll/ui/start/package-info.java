/** The start page: the lessons as a path, the experiments as a gallery. */
package unroll.ui.start;
