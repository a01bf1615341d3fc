package unroll.run;

import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.core.train.Checkpoint;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup.Part;

/** What to run through which network. */
public sealed interface TraceRequest {
    Experiment experiment();

    /**
     * Some sequences of the data, as they are or changed by hand.
     *
     * @param parameters empty for the first ones, as the experiment's seed draws them
     * @param probe which sequences
     */
    record Example(Experiment experiment, Optional<Parameters> parameters, Probe probe) implements TraceRequest {
        public Example withParameters(Parameters replacement) {
            return new Example(experiment, Optional.of(replacement), probe);
        }

        public Example withExample(Part newPart, int newExample) {
            return new Example(experiment, parameters, probe.at(newPart, newExample));
        }
    }

    /**
     * The whole batch of a training iteration, with the parameters at its start.
     *
     * @param number from 1
     * @param from where to begin training again to reach it; empty for the beginning
     */
    record Iteration(Experiment experiment, long number, Optional<Checkpoint> from) implements TraceRequest {
        public Iteration {
            if (number < 1) {
                throw new IllegalArgumentException("iterations count from 1, not from " + number);
            }
        }

        /** An iteration of a run, reached from the nearest of its checkpoints. */
        public static Iteration of(Experiment experiment, long number, Optional<Snapshot> run) {
            return new Iteration(experiment, number, run.map(latest -> latest.before(number)));
        }
    }

    /** The first training sequence with the first parameters. */
    static Example of(Experiment experiment) {
        return new Example(experiment, Optional.empty(), Probe.FIRST);
    }
}
