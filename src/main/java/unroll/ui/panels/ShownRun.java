package unroll.ui.panels;

import unroll.experiment.Experiment;
import unroll.experiment.Metrics;

/**
 * A run whose curves may be shown.
 *
 * @param id tells it from all others of this session, whatever it is called
 * @param name shown at the ends of its curves
 */
record ShownRun(int id, String name, Experiment experiment, Metrics metrics) {}
