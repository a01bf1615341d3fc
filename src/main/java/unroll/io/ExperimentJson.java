package unroll.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import unroll.core.optim.Clipping;
import unroll.core.optim.Optimizer;
import unroll.core.optim.UpdateRule;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Title;
import unroll.experiment.Training;
import unroll.experiment.Training.Unit;
import unroll.io.json.Fields;

/** The whole of an experiment as JSON. */
final class ExperimentJson {
    static final String EPOCHS = "epochs";
    static final String ITERATIONS = "iterations";

    /** Stands beside the experiment: what is looked at in it. */
    static final String PROBE = "probe";

    private static final String DESCRIPTION = "description";
    private static final int MAX_LENGTH = 100_000_000;
    private static final int MAX_BATCH = 1_000_000;
    private static final int USUAL_BATCH = 32;

    private ExperimentJson() {}

    static Experiment read(Fields fields) throws ReadProblem {
        Title title = title(fields);
        long seed = fields.longWhole("seed");
        var task = TaskJson.read(fields.object("task"));
        var model = ModelJson.read(fields.object("model"));
        var initialiser = InitialiserJson.read(fields.object("initialiser"));
        Training training = training(fields.object("training"), rule(fields));
        readProbe(fields);
        fields.end();
        try {
            return new Experiment(title, seed, task, model, initialiser, training);
        } catch (IllegalArgumentException mismatch) {
            throw fields.problem("model.loss.kind", mismatch.getMessage());
        }
    }

    static Probe readProbe(Fields fields) throws ReadProblem {
        Optional<Fields> probe = fields.optionalObject(PROBE);
        return probe.isPresent() ? ProbeJson.read(probe.get()) : Probe.FIRST;
    }

    private static Title title(Fields fields) throws ReadProblem {
        String name = fields.text("name");
        if (name.isBlank()) {
            throw fields.problem("name", Phrase.of("problem.emptyName"));
        }
        if (fields.has(DESCRIPTION) && fields.element(DESCRIPTION).isJsonObject()) {
            return new Title(name, descriptions(fields.object(DESCRIPTION)));
        }
        return new Title(name, fields.has(DESCRIPTION) ? fields.text(DESCRIPTION) : "");
    }

    private static SortedMap<String, String> descriptions(Fields fields) throws ReadProblem {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String language : fields.names()) {
            lines.put(language, fields.text(language));
        }
        return lines;
    }

    /** A text where there is only one in the usual language, otherwise one for each. */
    private static JsonElement description(Title title) {
        if (title.descriptions().keySet().equals(Set.of(Title.USUAL_LANGUAGE))) {
            return new JsonPrimitive(title.description());
        }
        JsonObject lines = new JsonObject();
        title.descriptions().forEach(lines::addProperty);
        return lines;
    }

    private static UpdateRule rule(Fields fields) throws ReadProblem {
        Optimizer optimizer = OptimizerJson.read(fields.object("optimiser"));
        Optional<Fields> clipping = fields.optionalObject("clipping");
        return clipping.isEmpty()
                ? UpdateRule.of(optimizer)
                : new UpdateRule(
                        ClippingJson.read(clipping.get(), optimizer.common().flavour()), optimizer);
    }

    private static Training training(Fields fields, UpdateRule rule) throws ReadProblem {
        boolean epochs = fields.has(EPOCHS);
        if (epochs == fields.has(ITERATIONS)) {
            throw fields.problem(EPOCHS, Phrase.of(epochs ? "problem.bothLengths" : "problem.noLength"));
        }
        Training training = new Training(
                rule,
                epochs ? Unit.EPOCHS : Unit.ITERATIONS,
                fields.whole(epochs ? EPOCHS : ITERATIONS, 1, MAX_LENGTH),
                fields.has("batchSize") ? fields.whole("batchSize", 1, MAX_BATCH) : USUAL_BATCH,
                !fields.has("shuffle") || fields.flag("shuffle"),
                RegimeJson.read(fields));
        fields.end();
        return training;
    }

    static JsonObject write(Experiment experiment) {
        JsonObject json = new JsonObject();
        json.addProperty("name", experiment.name());
        json.add(DESCRIPTION, description(experiment.title()));
        json.addProperty("seed", experiment.seed());
        json.add("task", TaskJson.write(experiment.task()));
        json.add("model", ModelJson.write(experiment.model()));
        json.add("initialiser", InitialiserJson.write(experiment.initialiser()));
        Training training = experiment.training();
        json.add("optimiser", OptimizerJson.write(training.rule().optimizer()));
        if (!training.rule().clipping().equals(new Clipping.None())) {
            json.add("clipping", ClippingJson.write(training.rule().clipping()));
        }
        JsonObject length = new JsonObject();
        length.addProperty(training.unit() == Unit.EPOCHS ? EPOCHS : ITERATIONS, training.length());
        length.addProperty("batchSize", training.batchSize());
        length.addProperty("shuffle", training.shuffles());
        RegimeJson.write(training.regime(), length);
        json.add("training", length);
        return json;
    }
}
