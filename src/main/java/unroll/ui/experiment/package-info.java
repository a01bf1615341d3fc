/** The settings of the experiment, which take effect at once. */
package unroll.ui.experiment;
