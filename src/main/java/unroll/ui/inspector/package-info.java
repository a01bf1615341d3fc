/** The selected number explained: its formula with numbers, its largest terms, its history. */
package unroll.ui.inspector;
