package unroll.ui.panels;

import unroll.experiment.Measure;

/**
 * What somebody wrote at a point of a run's curve.
 *
 * @param run its id
 * @param iteration where
 */
record RunNote(int run, Measure measure, double iteration, String text) {}
