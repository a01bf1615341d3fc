/** How much of each gate stands in its flat part. */
package unroll.plot.saturation;
