/** The lesson beside the network: its text with live numbers, its questions, and what it measures. */
package unroll.ui.lesson;
