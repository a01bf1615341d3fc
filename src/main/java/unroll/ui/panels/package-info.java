/** The panels below the stage: training curves and what is measured of a trace. */
package unroll.ui.panels;
