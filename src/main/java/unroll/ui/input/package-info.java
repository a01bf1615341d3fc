/** The sequence that is traced: chosen from the data, drawn, typed, changed number by number. */
package unroll.ui.input;
