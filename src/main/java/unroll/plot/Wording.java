package unroll.plot;

import java.util.ResourceBundle;

/**
 * The words that painters of the network write, in one language.
 *
 * @param texts holds the keys of {@code i18n/figure.properties}: that file itself, or a bundle that leads to it
 */
public record Wording(ResourceBundle texts) {
    private static final String PREFIX = "figure.";

    /**
     * A text.
     *
     * @param key without its prefix, for instance {@code log}
     * @param values stand for {0}, {1} … in the text
     * @return the text
     * @throws java.util.MissingResourceException if there is none
     */
    public String text(String key, Object... values) {
        String text = texts.getString(PREFIX + key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
