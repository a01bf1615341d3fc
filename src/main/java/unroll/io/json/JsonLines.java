package unroll.io.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.io.Phrase;
import unroll.io.TextFile;

/** In which lines of a JSON file its fields stand, for complaints about files that people write by hand. */
final class JsonLines {
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");

    private final Map<String, Integer> lines = new HashMap<>();

    /** Looks through a file that is JSON, as has been checked before. */
    JsonLines(TextFile text) {
        try (JsonReader reader = new JsonReader(new StringReader(text.text()))) {
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                pass(reader);
                note(reader);
            }
        } catch (IOException notJson) {
            throw new IllegalArgumentException(text.name() + " has not been checked", notJson);
        }
    }

    private static void pass(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> reader.beginObject();
            case END_OBJECT -> reader.endObject();
            case BEGIN_ARRAY -> reader.beginArray();
            case END_ARRAY -> reader.endArray();
            case NAME -> {
                // Skipping it would skip its value too, and all the places within.
                var unused = reader.nextName();
            }
            default -> reader.skipValue();
        }
    }

    private void note(JsonReader reader) throws IOException {
        Matcher line = LINE.matcher(reader.toString());
        String path = reader.getPath().replaceFirst("^\\$\\.?", "");
        if (line.find()) {
            lines.putIfAbsent(path, Integer.valueOf(line.group(1)));
        }
    }

    /** A field as a place to look at: its line, or that of what it should stand in, and its path. */
    Phrase place(String path) {
        String known = path;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        Phrase line = Phrase.of("problem.place.line", lines.getOrDefault(known, 1));
        return path.isEmpty() ? line : Phrase.of("problem.inFile", line, path);
    }
}
