package unroll.run;

import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Setup.Part;

/**
 * Which sequence to run through which network.
 *
 * @param parameters empty for the first ones, as the experiment's seed draws them
 * @param example its index in its part, from 0; past the end stands for the last
 */
public record TraceRequest(Experiment experiment, Optional<Parameters> parameters, Part part, int example) {
    /** The first training sequence with the first parameters. */
    public static TraceRequest of(Experiment experiment) {
        return new TraceRequest(experiment, Optional.empty(), Part.TRAIN, 0);
    }

    public TraceRequest withParameters(Parameters replacement) {
        return new TraceRequest(experiment, Optional.of(replacement), part, example);
    }

    public TraceRequest withExperiment(Experiment replacement) {
        return new TraceRequest(replacement, parameters, part, example);
    }

    public TraceRequest withExample(Part newPart, int newExample) {
        return new TraceRequest(experiment, parameters, newPart, newExample);
    }
}
