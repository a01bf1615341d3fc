/** How painters come onto the screen: the pane that shows one, the one timer, and the palette that the theme gives. */
package unroll.ui.canvas;
