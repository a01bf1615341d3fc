/** What every figure with axes shares: scales and their ticks, the frame around the data, labels that don't overlap. */
package unroll.plot.axis;
