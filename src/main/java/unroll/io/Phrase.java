package unroll.io;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence about a problem, or a part of one, that can be said in each language of the program.
 *
 * @param key of {@code i18n/problem.properties}; empty for words that are the same in all languages
 * @param values stand for {0}, {1} … in the text: phrases, or whatever is written the same way everywhere
 */
public record Phrase(String key, List<Object> values) {
    /** Nothing to say. */
    public static final Phrase NONE = verbatim("");

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("unroll.i18n.problem", Locale.ROOT);
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    public Phrase {
        values = List.copyOf(values);
    }

    /** A phrase of the texts. */
    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    /** What was expected, and what stands there. */
    public static Phrase expected(Object what, Object found) {
        return of("problem.expected", what, found);
    }

    /** Words that no text is known for, such as a name, or a sentence from elsewhere. */
    public static Phrase verbatim(String words) {
        return new Phrase("", List.of(words));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** As it is said on the command line. */
    public String english() {
        return in(ENGLISH);
    }

    /** As the texts of some language say it. */
    public String in(ResourceBundle texts) {
        if (key.isEmpty()) {
            return values.get(0).toString();
        }
        return GAP.matcher(texts.getString(key))
                .replaceAll(gap -> Matcher.quoteReplacement(value(Integer.parseInt(gap.group(1)), texts)));
    }

    private String value(int index, ResourceBundle texts) {
        Object value = values.get(index);
        return value instanceof Phrase phrase ? phrase.in(texts) : value.toString();
    }
}
