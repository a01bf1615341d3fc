package unroll.ui.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A language that the whole interface speaks. */
public enum Language {
    ENGLISH("en", "English"),
    CHINESE("zh", "简体中文");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** The language of a place, if the interface has it, otherwise English. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** All languages by their {@link #code}. */
    public static Map<String, Language> byCode() {
        Map<String, Language> languages = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(language -> languages.put(language.code, language));
        return languages;
    }

    /** The part that its files have in their names, such as {@code en}. */
    public String code() {
        return code;
    }

    /** Its name as its speakers write it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }
}
