package unroll.run;

import java.util.Map;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.experiment.DataSource;
import unroll.experiment.Setup;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

/**
 * What a built-in experiment's network does with its first sequence before any training.
 *
 * @param states the top layer's hidden states over time, of shape [T, H]
 */
public record Preview(Tensor states) {
    /** Builds the experiment and runs it once. */
    public static Preview of(String experiment, DataSource<ReadProblem> source) throws ReadProblem {
        Setup setup = Setup.of(ExperimentFile.builtIn(experiment).experiment(), source);
        Trace trace = Recorder.record(setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), Map.of());
        Site top = new Site(setup.network().layers() - 1, setup.network().cell().output());
        double[] values = trace.values(top, 1, trace.steps()).toArray();
        return new Preview(Tensor.of(values, trace.steps(), values.length / trace.steps()));
    }
}
