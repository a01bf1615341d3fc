package unroll.io.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/**
 * The fields of a JSON object, read one by one. Every complaint names the file and the path from its root. What has been
 * read is remembered, so that {@link #end} can name a field that nobody asked for.
 */
public final class Fields {
    private static final double MAX_WHOLE = 1L << 53;

    private final String file;
    private final String path;
    private final JsonObject object;
    private final Set<String> read = new LinkedHashSet<>();

    private final Function<String, Phrase> place;

    private Fields(String file, String path, JsonObject object, Function<String, Phrase> place) {
        this.file = file;
        this.path = path;
        this.object = object;
        this.place = place;
    }

    /** The fields of a file that is one object. */
    public static Fields of(TextFile text) throws ReadProblem {
        return of(text.name(), JsonText.parseObject(text));
    }

    /** The fields of a file's root. */
    public static Fields of(String file, JsonObject root) {
        return new Fields(file, "", root, Phrase::verbatim);
    }

    /** The fields of a file that is one object and written by hand: complaints name the line as well. */
    public static Fields withLines(TextFile text) throws ReadProblem {
        JsonObject root = JsonText.parseObject(text);
        return new Fields(text.name(), "", root, new JsonLines(text)::place);
    }

    public boolean has(String name) {
        read.add(name);
        return object.has(name) && !object.get(name).isJsonNull();
    }

    /** The names of all fields, in the order of the file; each counts as read. */
    public List<String> names() {
        read.addAll(object.keySet());
        return List.copyOf(object.keySet());
    }

    /** The value as it stands. */
    public JsonElement element(String name) throws ReadProblem {
        if (!has(name)) {
            throw new ReadProblem(
                    file,
                    place.apply(path(name)),
                    Phrase.of("problem.missingField"),
                    Phrase.of("problem.wayOut.addIt"));
        }
        return object.get(name);
    }

    public Fields object(String name) throws ReadProblem {
        JsonElement element = element(name);
        if (!element.isJsonObject()) {
            throw unexpected(name, Phrase.of("problem.what.braces"), element);
        }
        return new Fields(file, path(name), element.getAsJsonObject(), place);
    }

    public Optional<Fields> optionalObject(String name) throws ReadProblem {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public JsonArray array(String name) throws ReadProblem {
        JsonElement element = element(name);
        if (!element.isJsonArray()) {
            throw unexpected(name, Phrase.of("problem.what.brackets"), element);
        }
        return element.getAsJsonArray();
    }

    /** A list of objects. */
    public List<Fields> objects(String name) throws ReadProblem {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement each : array(name)) {
            if (!each.isJsonObject()) {
                throw unexpected(name, Phrase.of("problem.what.objects"), each);
            }
            objects.add(new Fields(file, path(name) + "[" + objects.size() + "]", each.getAsJsonObject(), place));
        }
        return objects;
    }

    /** A list of texts. */
    public List<String> texts(String name) throws ReadProblem {
        List<String> texts = new ArrayList<>();
        for (JsonElement each : array(name)) {
            if (!each.isJsonPrimitive() || !each.getAsJsonPrimitive().isString()) {
                throw unexpected(name, Phrase.of("problem.what.texts"), each);
            }
            texts.add(each.getAsString());
        }
        return texts;
    }

    public String text(String name) throws ReadProblem {
        JsonElement element = element(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
            throw unexpected(name, Phrase.of("problem.what.text"), element);
        }
        return element.getAsString();
    }

    public boolean flag(String name) throws ReadProblem {
        JsonElement element = element(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
            throw unexpected(name, Phrase.of("problem.what.flag"), element);
        }
        return element.getAsBoolean();
    }

    /** A number from {@code low} to {@code high}, both included. */
    public double number(String name, double low, double high) throws ReadProblem {
        double number = number(name);
        if (!(number >= low && number <= high)) {
            throw problem(name, Phrase.expected(Phrase.of("problem.what.range", low, high), number));
        }
        return number;
    }

    /** A number above 0. */
    public double positive(String name) throws ReadProblem {
        double number = number(name);
        if (!(number > 0)) {
            throw problem(name, Phrase.expected(Phrase.of("problem.what.positive"), number));
        }
        return number;
    }

    /** Any finite number. */
    public double number(String name) throws ReadProblem {
        JsonElement element = element(name);
        double number = Double.NaN;
        if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
            number = Double.parseDouble(element.getAsString());
        }
        if (!Double.isFinite(number)) {
            throw unexpected(name, Phrase.of("problem.what.number"), element);
        }
        return number;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int whole(String name, int low, int high) throws ReadProblem {
        JsonElement element = element(name);
        boolean isNumber =
                element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
        double number = isNumber ? Double.parseDouble(element.getAsString()) : Double.NaN;
        if (!(number >= low && number <= high && number == Math.rint(number))) {
            throw unexpected(name, Phrase.of("problem.what.wholeRange", low, high), element);
        }
        return (int) number;
    }

    /** A whole number of a size that every JSON reader keeps exactly: 53 bits. */
    public long longWhole(String name) throws ReadProblem {
        JsonElement element = element(name);
        boolean isNumber =
                element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
        double number = isNumber ? Double.parseDouble(element.getAsString()) : Double.NaN;
        if (!(Math.abs(number) <= MAX_WHOLE && number == Math.rint(number))) {
            throw unexpected(name, Phrase.of("problem.what.whole"), element);
        }
        return (long) number;
    }

    /** One of several words. */
    public <T> T choice(String name, Map<String, T> choices) throws ReadProblem {
        JsonElement element = element(name);
        boolean isText =
                element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
        T chosen = isText ? choices.get(element.getAsString()) : null;
        if (chosen == null) {
            throw unexpected(name, Phrase.of("problem.what.oneOf", String.join(", ", choices.keySet())), element);
        }
        return chosen;
    }

    /** Complains about a field that has not been read. */
    public void end() throws ReadProblem {
        for (String name : object.keySet()) {
            if (!read.contains(name)) {
                throw new ReadProblem(
                        file,
                        place.apply(path(name)),
                        Phrase.of("problem.unknownField"),
                        Phrase.of("problem.wayOut.removeIt", String.join(", ", read)));
            }
        }
    }

    private ReadProblem unexpected(String name, Phrase what, JsonElement found) {
        return problem(name, Phrase.expected(what, found(found)));
    }

    /** A complaint about a field's value. */
    public ReadProblem problem(String name, Phrase expectation) {
        return new ReadProblem(file, place.apply(path(name)), expectation, Phrase.NONE);
    }

    /** A complaint about a field's value in words from elsewhere. */
    public ReadProblem problem(String name, String expectation) {
        return problem(name, Phrase.verbatim(expectation));
    }

    /** A field's name after those of the objects that it lies in. */
    public String path(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    /** A value in a few words, for complaints. */
    public static Phrase found(JsonElement element) {
        if (element.isJsonObject()) {
            return Phrase.of("problem.what.object");
        }
        if (element.isJsonArray()) {
            return Phrase.of("problem.what.list");
        }
        String text = element.toString();
        return Phrase.verbatim(text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }
}
