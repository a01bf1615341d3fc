package unroll.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import unroll.plot.Wording;

/** The languages of pictures by name. */
final class PictureLanguage {
    private static final Map<String, Locale> LANGUAGES = Map.of("en", Locale.ROOT, "zh", Locale.SIMPLIFIED_CHINESE);

    private PictureLanguage() {}

    static Wording english() {
        return wording(Locale.ROOT);
    }

    /** The words of a language; empty for one that there is not. */
    static Optional<Wording> of(String name) {
        return Optional.ofNullable(LANGUAGES.get(name)).map(PictureLanguage::wording);
    }

    private static Wording wording(Locale locale) {
        return new Wording(ResourceBundle.getBundle(
                "unroll.i18n.figure",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
