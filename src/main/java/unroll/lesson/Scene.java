package unroll.lesson;

import java.util.Optional;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.experiment.Experiment;
import unroll.experiment.Metrics;
import unroll.experiment.Probe;
import unroll.experiment.Setup;

/**
 * All that a learner has in front of them and that can be measured.
 *
 * @param probe which sequences are traced, and what was changed in them by hand
 * @param knowledge the first of them, as far as the debugger has come
 * @param metrics of the training; none before one
 * @param iteration how many are done
 * @param picked the number that is selected; empty where none is
 */
public record Scene(
        Setup setup, Probe probe, Knowledge knowledge, Metrics metrics, long iteration, Optional<Picked> picked) {
    /** Before any training. */
    public static Scene untrained(Setup setup, Probe probe, Knowledge knowledge) {
        return new Scene(setup, probe, knowledge, Metrics.NONE, 0, Optional.empty());
    }

    public Scene withPicked(Optional<Picked> number) {
        return new Scene(setup, probe, knowledge, metrics, iteration, number);
    }

    Experiment experiment() {
        return setup.experiment();
    }

    Trace trace() {
        return knowledge.trace();
    }
}
