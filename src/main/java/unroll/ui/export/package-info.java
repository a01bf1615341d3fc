/** Writing what a view shows to a file: as a picture or as its numbers. */
package unroll.ui.export;
