package unroll.io.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** JSON by the letter of RFC 8259, and stricter: a name stands once in an object, and nesting is not deep. */
public final class JsonText {
    private static final int MAX_DEPTH = 64;
    private static final Pattern LINE = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final Gson INDENTED = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();
    private static final Gson ONE_LINE =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final String file;
    private final JsonReader reader;

    private JsonText(TextFile text) {
        this.file = text.name();
        this.reader = new JsonReader(new StringReader(text.text()));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
    }

    /**
     * The object that the text is.
     *
     * @throws ReadProblem with line and column, if it is not exactly one JSON object
     */
    public static JsonObject parseObject(TextFile text) throws ReadProblem {
        JsonElement element = new JsonText(text).parse(text.text());
        if (!element.isJsonObject()) {
            throw new ReadProblem(
                    text.name(), "", "expected a JSON object, found " + Fields.describe(element), "begin with {");
        }
        return element.getAsJsonObject();
    }

    /** The text as JSON, if it is a value of it. */
    public static JsonElement parseValue(TextFile text) throws ReadProblem {
        return new JsonText(text).parse(text.text());
    }

    /** As a file for people to read: indented, UTF-8, with an end of line. */
    public static String indented(JsonElement element) {
        return INDENTED.toJson(element) + "\n";
    }

    /** As one line without its end. */
    public static String oneLine(JsonElement element) {
        return ONE_LINE.toJson(element);
    }

    private JsonElement parse(String text) throws ReadProblem {
        if (text.isBlank()) {
            throw new ReadProblem(file, "", "expected JSON, found an empty file", "write it anew from a copy");
        }
        try {
            JsonElement element = element();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw problem("expected the end of the file after the last brace");
            }
            return element;
        } catch (EOFException truncated) {
            throw new ReadProblem(file, "its end", "the JSON breaks off", "the file is cut short: use a whole copy");
        } catch (IOException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private ReadProblem malformed(String message) {
        Matcher matcher = LINE.matcher(message);
        String place = matcher.find() ? "line " + matcher.group(1) + ", column " + matcher.group(2) : "";
        return new ReadProblem(file, place, "this is not valid JSON", "look at the characters just before it");
    }

    private ReadProblem problem(String expectation) {
        Matcher matcher = LINE.matcher(reader.toString());
        String place = matcher.find() ? "line " + matcher.group(1) + ", column " + matcher.group(2) : "";
        return new ReadProblem(file, place, expectation, "remove what is too much");
    }

    private JsonElement element() throws IOException, ReadProblem {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            default -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
        };
    }

    private JsonObject object() throws IOException, ReadProblem {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw problem("the name \"" + name + "\" stands twice in one object");
            }
            object.add(name, element());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException, ReadProblem {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element());
        }
        reader.endArray();
        return array;
    }
}
