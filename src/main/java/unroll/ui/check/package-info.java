/** The proof of the numbers, shown as it goes. */
package unroll.ui.check;
