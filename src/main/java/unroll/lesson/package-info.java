/**
 * Lessons: what each step says, does with the debugger, asks and measures. A goal looks at what the network measures,
 * never at what was clicked.
 */
package unroll.lesson;
