/** Small figures that explain one idea each, of one number that the reader moves. */
package unroll.plot.toolbox;
