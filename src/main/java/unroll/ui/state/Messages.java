package unroll.ui.state;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import unroll.io.Phrase;
import unroll.io.Told;

/**
 * All texts of the interface in one language. A key begins with the name of its feature, which is the name of the file
 * that holds it: {@code transport.play} stands in {@code i18n/transport.properties}. FXML files read it as their
 * resource bundle, {@code %transport.play}.
 */
public final class Messages extends ResourceBundle {
    private static final String FOLDER = "unroll.i18n.";

    private final Locale locale;
    private final Map<String, ResourceBundle> features = new ConcurrentHashMap<>();

    public Messages(Locale locale) {
        this.locale = locale;
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    /**
     * A text with values in it.
     *
     * @param key for instance {@code transport.step}
     * @param values stand for {0}, {1} … in the text; numbers come as text, from {@link unroll.plot.NumberFormat}
     * @return the text; apostrophes need no doubling
     * @throws MissingResourceException if no file has the key
     */
    public String text(String key, Object... values) {
        String text = getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What is said about a problem. */
    public String text(Phrase phrase) {
        return phrase.in(this);
    }

    /** What went wrong, in this language where that is known. */
    public String reason(Exception problem) {
        return problem instanceof Told told ? text(told.phrase()) : String.valueOf(problem.getMessage());
    }

    @Override
    public boolean containsKey(String key) {
        int dot = key.indexOf('.');
        return dot > 0 && feature(key.substring(0, dot)).containsKey(key);
    }

    @Override
    protected Object handleGetObject(String key) {
        return containsKey(key) ? feature(key.substring(0, key.indexOf('.'))).getString(key) : null;
    }

    private ResourceBundle feature(String name) {
        // English is the language of the base files: never the machine's own in between.
        return features.computeIfAbsent(
                name,
                feature -> ResourceBundle.getBundle(
                        FOLDER + feature, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    /** Nothing: features are loaded when their first text is asked for, and keys are never listed. */
    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }
}
