/** The window around all views: header, panes that fold and drag, notices, the list of keys, themes. */
package unroll.ui.shell;
