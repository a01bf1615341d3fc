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
import unroll.io.Phrase;
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
                    text.name(),
                    Phrase.NONE,
                    Phrase.expected(Phrase.of("problem.what.json"), Fields.found(element)),
                    Phrase.of("problem.wayOut.beginWithBrace"));
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
            throw new ReadProblem(
                    file,
                    Phrase.NONE,
                    Phrase.expected("JSON", Phrase.of("problem.what.emptyFile")),
                    Phrase.of("problem.wayOut.writeAnew"));
        }
        try {
            JsonElement element = element();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw problem(Phrase.of("problem.afterTheEnd"));
            }
            return element;
        } catch (EOFException truncated) {
            throw new ReadProblem(
                    file,
                    Phrase.of("problem.place.end"),
                    Phrase.of("problem.breaksOff"),
                    Phrase.of("problem.wayOut.cutShort"));
        } catch (IOException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private ReadProblem malformed(String message) {
        return new ReadProblem(
                file, place(message), Phrase.of("problem.invalidJson"), Phrase.of("problem.wayOut.lookBefore"));
    }

    private ReadProblem problem(Phrase expectation) {
        return new ReadProblem(file, place(reader.toString()), expectation, Phrase.of("problem.wayOut.removeTooMuch"));
    }

    private static Phrase place(String message) {
        Matcher matcher = LINE.matcher(message);
        return matcher.find()
                ? Phrase.of("problem.place.lineAndColumn", matcher.group(1), matcher.group(2))
                : Phrase.NONE;
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
                throw problem(Phrase.of("problem.nameTwice", name));
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
