package unroll.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the interface: each stands in both languages, each is used, and each that is asked for is there. */
class MessageKeysTest {
    private static final Path SOURCES = Path.of("src/main/java/unroll");
    private static final String CHINESE = "_zh.properties";
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern IN_VIEW = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z0-9]+|[A-Z]+");

    /** Painters name their texts without it. */
    private static final String OF_FIGURES = "figure.";

    /** Asked for by the layers below the window, whose other texts in quotation marks are no keys. */
    private static final String OF_PROBLEMS = "problem.";

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> englishFiles() throws IOException {
        return files(Path.of("src/main/resources/unroll/i18n"), ".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .toList();
    }

    private static Path chineseOf(Path english) {
        String name = english.getFileName().toString();
        return english.resolveSibling(name.replace(".properties", CHINESE));
    }

    /** The texts of one file by their keys; a key that stands twice would hide one of its texts. */
    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String key = line.substring(0, line.indexOf('='));
                assertFalse(texts.containsKey(key), file + ": " + key + " stands twice");
                texts.put(key, line.substring(line.indexOf('=') + 1));
            }
        }
        return texts;
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : englishFiles()) {
            keys.addAll(texts(file).keySet());
        }
        return keys;
    }

    private static Set<String> matches(Pattern pattern, int group, List<Path> files) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(group));
            }
        }
        return found;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = literals("app", "ui", "plot");
        literals("io", "lesson", "run").stream()
                .filter(text -> text.startsWith(OF_PROBLEMS))
                .forEach(literals::add);
        return literals;
    }

    private static Set<String> literals(String... layers) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String layer : layers) {
            files.addAll(files(SOURCES.resolve(layer), ".java"));
        }
        return matches(TEXT, 1, files);
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void bothLanguagesSayTheSame(Path file) throws IOException {
        Map<String, String> english = texts(file);
        Map<String, String> chinese = texts(chineseOf(file));
        assertEquals(english.keySet(), chinese.keySet());
        english.forEach((key, text) -> assertEquals(values(text), values(chinese.get(key)), key));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyOfAViewHasAText() throws IOException {
        Set<String> asked = new TreeSet<>(matches(IN_VIEW, 1, files(Path.of("fxml"), ".fxml")));
        asked.removeAll(keys());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyKeyOfTheCodeHasAText() throws IOException {
        Set<String> keys = keys();
        Set<String> features =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> asked = literals().stream()
                .filter(text -> KEY.matcher(text).matches())
                .filter(text -> features.contains(text.substring(0, text.indexOf('.'))))
                .filter(text -> !keys.contains(text) && !keys.contains(OF_FIGURES + text))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = literals();
        Set<String> inViews = matches(IN_VIEW, 1, files(Path.of("fxml"), ".fxml"));
        Set<String> names = names();
        Set<String> unused = keys().stream()
                .filter(key -> !inViews.contains(key))
                .filter(key -> !isUsed(key, literals, names))
                .filter(key ->
                        !key.startsWith(OF_FIGURES) || !isUsed(key.substring(OF_FIGURES.length()), literals, names))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    /** All that a key may be completed with: words of the code and of the lists that come with the program. */
    private static Set<String> names() throws IOException {
        List<Path> files = new ArrayList<>(files(SOURCES, ".java"));
        files.addAll(files(Path.of("lessons"), ".txt"));
        Set<String> names = new TreeSet<>();
        for (String word : matches(WORD, 0, files)) {
            names.add(word.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Whether the code has the key, or has its beginning or its end and completes it with something that exists. */
    private static boolean isUsed(String key, Set<String> literals, Set<String> names) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean completed = literals.contains(key.substring(0, dot + 1))
                    && WORD.matcher(key.substring(dot + 1))
                            .results()
                            .allMatch(word -> names.contains(word.group().toLowerCase(Locale.ROOT)));
            boolean ended = literals.contains(key.substring(0, dot)) && literals.contains(key.substring(dot));
            if (completed || ended) {
                return true;
            }
        }
        return false;
    }
}
