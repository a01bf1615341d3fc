package unroll.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an experiment is called.
 *
 * @param name short, as in commands and folder names
 * @param descriptions one line in each language by its code, such as {@code en}; an author need not give more than one
 */
public record Title(String name, SortedMap<String, String> descriptions) {
    /** The language of a description that does not say which. */
    public static final String USUAL_LANGUAGE = "en";

    public Title {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an experiment needs a name");
        }
        descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
    }

    /** With a description in the usual language. */
    public Title(String name, String description) {
        this(name, new TreeMap<>(Map.of(USUAL_LANGUAGE, description)));
    }

    /** The line in the usual language, or in one that there is. */
    public String description() {
        return description(USUAL_LANGUAGE);
    }

    /** The line in a language, or in another if there is none; empty if there are none at all. */
    public String description(String language) {
        if (descriptions.isEmpty()) {
            return "";
        }
        String instead = descriptions.getOrDefault(USUAL_LANGUAGE, descriptions.get(descriptions.firstKey()));
        return descriptions.getOrDefault(language, instead);
    }
}
