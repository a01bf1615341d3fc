/**
 * One drawing code for the window and for every exported file: painters on {@link java.awt.Graphics2D}, the palette of
 * colour roles, the maps from number to colour and to text, and the bundled fonts.
 *
 * <p>This is the only package that uses {@code java.awt}; nothing here needs JavaFX or a display. All lengths are in
 * logical pixels (1/96 inch) unless a name says otherwise; y grows downwards.
 */
package unroll.plot;
