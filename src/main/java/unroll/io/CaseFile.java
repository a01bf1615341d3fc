package unroll.io;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.experiment.Probe;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.io.json.JsonText;

/**
 * A case in the reference format: a network with its numbers and a batch of sequences.
 *
 * @param given the fields of the file that are not results, as they stand
 * @param detail how much of the results is written
 * @param initialStates of shape [rows, H]; a state that is not named starts at zero
 */
public record CaseFile(
        JsonObject given,
        Amount detail,
        Network network,
        Parameters parameters,
        Batch batch,
        Map<Site, Tensor> initialStates) {
    /** How much is written of what was computed. */
    public enum Amount {
        /** Everything. */
        FULL,
        /** No pre-activations, gates, inputs' and outputs' gradients. */
        CORE,
        /** Of the states' gradients only the norms, besides what {@link #CORE} leaves out. */
        NORMS
    }

    /** Reads a case; results that it holds are ignored. */
    public static CaseFile read(Path file) throws ReadProblem {
        TextFile text = TextFile.read(file);
        return of(text.name(), JsonText.parseObject(text));
    }

    /**
     * Takes a file's root for a case; results that it holds are ignored.
     *
     * @param name how complaints call the file
     */
    public static CaseFile of(String name, JsonObject root) throws ReadProblem {
        return new CaseReader(name, root).read();
    }

    /**
     * What is looked at in an experiment.
     *
     * @param parameters of its network
     * @throws IllegalArgumentException if a changed text can't be read
     * @throws ReadProblem if the reference format has no such network
     */
    public static CaseFile of(Setup setup, Probe probe, Parameters parameters) throws ReadProblem {
        Probed probed = setup.probed(probe);
        Conditions conditions = setup.conditions(probed, parameters);
        String name = setup.experiment().name();
        if (conditions.truncation().exists()) {
            throw new ReadProblem(name, "truncation", "a case of the reference format is never truncated", "");
        }
        return of(name, CaseJson.write(setup.network(), parameters, probed.batch(), conditions.initialStates()));
    }

    /** Runs the sequences forwards and backwards. */
    public Trace trace() {
        return Recorder.record(network, parameters, batch, initialStates);
    }

    /** Whether rows have lengths of their own. */
    public boolean hasLengths() {
        return given.has("lengths");
    }
}
