/** The panels below the stage: training curves and gradient flow. */
package unroll.ui.panels;
