/** The command line: one class for each command, over the same services as the window and without it. */
package unroll.cli;
