package unroll.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;

/**
 * Experiments as JSON, and the change of single fields by their path, such as {@code model.cell}.
 *
 * @param name how complaints call it
 * @param json with the fields that its author wrote: what is left out takes its usual value each time it is read
 */
public record ExperimentFile(String name, JsonObject json) {
    private static final Map<String, String> EXCLUSIVE =
            Map.of(ExperimentJson.EPOCHS, ExperimentJson.ITERATIONS, ExperimentJson.ITERATIONS, ExperimentJson.EPOCHS);

    /** A user's file. */
    public static ExperimentFile read(Path file) throws ReadProblem {
        return of(TextFile.read(file));
    }

    /** One of the program's own, by its name. */
    public static ExperimentFile builtIn(String name) throws ReadProblem {
        return of(BuiltIn.experiment(name));
    }

    /** The file of an experiment that is in memory, every field written out. */
    public static ExperimentFile of(Experiment experiment) {
        return new ExperimentFile(experiment.name(), ExperimentJson.write(experiment));
    }

    /** Takes a text for an experiment file. */
    public static ExperimentFile of(TextFile text) throws ReadProblem {
        return new ExperimentFile(text.name(), JsonText.parseObject(text));
    }

    /** The experiment that the fields describe. */
    public Experiment experiment() throws ReadProblem {
        return ExperimentJson.read(Fields.of(name, json));
    }

    /** Which of its sequences are looked at; the first, where the file does not say. */
    public Probe probe() throws ReadProblem {
        return ExperimentJson.readProbe(Fields.of(name, json));
    }

    /** With the sequences that are looked at. */
    public ExperimentFile looking(Probe probe) {
        JsonObject changed = json.deepCopy();
        changed.remove(ExperimentJson.PROBE);
        if (!probe.equals(Probe.FIRST)) {
            changed.add(ExperimentJson.PROBE, ProbeJson.write(probe));
        }
        return new ExperimentFile(name, changed);
    }

    /**
     * With one field changed.
     *
     * @param path its name after those of the objects that it lies in, joined by dots
     * @param value JSON, or a text without quotation marks
     * @throws ReadProblem if a field on the path is not an object
     */
    public ExperimentFile with(String path, String value) throws ReadProblem {
        JsonObject changed = json.deepCopy();
        JsonObject parent = changed;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            if (!parent.has(names[i])) {
                parent.add(names[i], new JsonObject());
            }
            if (!parent.get(names[i]).isJsonObject()) {
                throw new ReadProblem(
                        name, Phrase.verbatim(path), Phrase.of("problem.noFields", names[i]), Phrase.NONE);
            }
            parent = parent.getAsJsonObject(names[i]);
        }
        String last = names[names.length - 1];
        parent.add(last, parsed(value));
        if (path.startsWith("training.") && EXCLUSIVE.containsKey(last)) {
            parent.remove(EXCLUSIVE.get(last));
        }
        return new ExperimentFile(name, changed);
    }

    private static JsonElement parsed(String text) {
        try {
            return JsonText.parseValue(new TextFile("", text));
        } catch (ReadProblem word) {
            return new JsonPrimitive(text);
        }
    }

    /**
     * A field's value as text, such as {@code lstm} for {@code model.cell}; an object's or a list's is its JSON.
     *
     * @return empty where the file has no such field
     */
    public Optional<String> value(String path) {
        JsonElement element = json;
        for (String step : path.split("\\.", -1)) {
            if (!element.isJsonObject() || !element.getAsJsonObject().has(step)) {
                return Optional.empty();
            }
            element = element.getAsJsonObject().get(step);
        }
        return Optional.of(element.isJsonPrimitive() ? element.getAsString() : JsonText.oneLine(element));
    }

    /** Whether two experiments have the same values in some fields. */
    public boolean agrees(ExperimentFile other, List<String> paths) {
        return paths.stream().allMatch(path -> value(path).equals(other.value(path)));
    }

    /** The fields that two files do not agree in, in the order in which they stand. */
    public List<FieldDifference> differences(ExperimentFile other) {
        Set<String> paths = new LinkedHashSet<>();
        addPaths("", json, paths);
        addPaths("", other.json, paths);
        return paths.stream()
                .map(path -> new FieldDifference(path, value(path), other.value(path)))
                .filter(each -> !each.here().equals(each.there()))
                .toList();
    }

    private static void addPaths(String prefix, JsonObject object, Set<String> paths) {
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            String path = prefix + field.getKey();
            if (field.getValue().isJsonObject()) {
                addPaths(path + ".", field.getValue().getAsJsonObject(), paths);
            } else {
                paths.add(path);
            }
        }
    }

    /** The text of the file. */
    public String text() {
        return JsonText.indented(json);
    }
}
