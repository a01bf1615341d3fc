/** Heat maps of units over time, one lane a quantity, in columns that the stage above them shares. */
package unroll.plot.lanes;
