package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;

/**
 * A learner's progress in the course, by lesson: {@code {"vanishing-gradients": {"step": "fade", "answered": [],
 * "reached": ["one-unit"], "known": ["1"], "finished": false}}}.
 *
 * @param file need not exist
 */
public record ProgressFile(Path file) {
    private static final int MOST_CARDS = 99;

    /**
     * Reads the progress in each lesson by its key; nothing where there is no file.
     *
     * @throws ReadProblem if the file is there but spoilt
     */
    public Map<String, LessonProgress> read() throws ReadProblem {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Fields lessons = Fields.withLines(TextFile.read(file));
        Map<String, LessonProgress> progress = new LinkedHashMap<>();
        for (String key : lessons.names()) {
            progress.put(key, lesson(lessons.object(key)));
        }
        return Collections.unmodifiableMap(progress);
    }

    private static LessonProgress lesson(Fields fields) throws ReadProblem {
        Set<Integer> known = new LinkedHashSet<>();
        for (String card : fields.texts("known")) {
            if (!card.matches("[1-9]\\d?")) {
                throw fields.problem("known", "expected numbers of cards from 1 to " + MOST_CARDS + ", found " + card);
            }
            known.add(Integer.valueOf(card));
        }
        LessonProgress progress = new LessonProgress(
                fields.text("step"),
                new LinkedHashSet<>(fields.texts("answered")),
                new LinkedHashSet<>(fields.texts("reached")),
                known,
                fields.flag("finished"));
        fields.end();
        return progress;
    }

    /**
     * Writes the progress in all lessons.
     *
     * @throws WriteProblem if it can't be written
     */
    public void write(Map<String, LessonProgress> progress) throws WriteProblem {
        JsonObject lessons = new JsonObject();
        progress.forEach((key, lesson) -> lessons.add(key, json(lesson)));
        SafeFile.createFolder(file.toAbsolutePath().getParent());
        SafeFile.write(file, SafeFile.Existing.REPLACE, JsonText.indented(lessons));
    }

    private static JsonObject json(LessonProgress lesson) {
        JsonObject json = new JsonObject();
        json.addProperty("step", lesson.step());
        json.add("answered", array(lesson.answered()));
        json.add("reached", array(lesson.reached()));
        json.add("known", array(lesson.known()));
        json.addProperty("finished", lesson.finished());
        return json;
    }

    private static JsonArray array(Set<?> names) {
        JsonArray array = new JsonArray();
        names.forEach(name -> array.add(name.toString()));
        return array;
    }

    /**
     * Renames a spoilt file, so that the next write does not replace it.
     *
     * @return its new name
     * @throws WriteProblem if it can't be renamed
     */
    public Path setAside() throws WriteProblem {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        try {
            return Files.move(file, aside(number));
        } catch (IOException problem) {
            throw new WriteProblem(
                    file, Phrase.of("problem.cantRename", String.valueOf(problem.getMessage())), problem);
        }
    }

    private Path aside(int number) {
        return file.resolveSibling(file.getFileName() + ".spoilt-" + number);
    }
}
