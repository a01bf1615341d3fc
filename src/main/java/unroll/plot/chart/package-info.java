/** What several figures draw alike: curves on a logarithmic axis, matrices as pictures, circles of one scale. */
package unroll.plot.chart;
