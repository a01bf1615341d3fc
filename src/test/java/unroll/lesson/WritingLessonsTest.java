package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;

/** What the guide to writing lessons says is so. */
class WritingLessonsTest {
    @TempDir
    Path folder;

    private static String guide() throws ReadProblem {
        return BuiltIn.lesson("README.md").text();
    }

    private static String block(String language) throws ReadProblem {
        String text = guide();
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    private Lesson read() throws ReadProblem {
        return Lessons.read(folder, "en");
    }

    private void write(String plan, String text) throws IOException {
        Files.writeString(folder.resolve("lesson.json"), plan);
        Files.writeString(folder.resolve("text.en.md"), text);
    }

    @Test
    void theExampleIsALesson() throws IOException, ReadProblem {
        write(block("json"), block("markdown"));
        Lesson lesson = read();
        assertEquals("A first look", lesson.title());
        Step step = lesson.steps().get(0);
        assertTrue(step.prediction().isPresent());
        assertEquals(2, step.task().orElseThrow().hints().size());
        assertEquals(1, lesson.cards().size());
    }

    /** A spoilt file is named with the line and what was expected there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"ratio\"; \"ratoi\"; lesson.json; line 17; ratoi",
                "\"steps\"; \"stpes\"; lesson.json; line 1; steps",
                "\"gradient-flow\"; \"gradient-folw\"; lesson.json; line 13; gradient-folw",
                "\"vanishing\"}; \"vanihsing\"}; lesson.json; line 10; vanihsing",
                "## fade |; ## fade; text.en.md; line 5; ## id",
                "### Task; ### Tusk; text.en.md; line 17; ### Task",
                "- [x]; - [y]; text.en.md; line 14; - [ ]",
                "live:lane/dh; live:lain/dh; text.en.md; line 10; live:lain/dh"
            })
    void aSpoiltFileIsToldWithItsLine(String right, String wrong, String file, String line, String said)
            throws IOException, ReadProblem {
        write(
                block("json").replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)),
                block("markdown").replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));
        ReadProblem problem = assertThrows(ReadProblem.class, this::read);
        String message = problem.getMessage();
        assertTrue(message.contains(file) && message.contains(line) && message.contains(said), message);
    }

    @Test
    void everyNameStandsInTheGuide() throws ReadProblem {
        String text = guide();
        Measurements.names()
                .forEach(name -> assertTrue(
                        Pattern.compile("`" + name + "[ `]").matcher(text).find(), name));
        ActionReader.kinds().forEach(kind -> assertTrue(text.contains("{\"" + kind + "\": "), kind));
        Stream.concat(Toolbox.names().stream(), Picture.FIGURES.stream())
                .forEach(name -> assertTrue(text.contains(name), name));
        Stream.of(Panel.values()).forEach(panel -> assertTrue(text.contains("`" + panel.id() + "`"), panel.id()));
    }
}
