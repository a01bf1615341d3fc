package unroll.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.io.FigureFile;
import unroll.io.ReadProblem;

/** What all lessons have in common, in both languages. */
class LessonsTest {
    @Test
    void everyLessonOfTheIndexIsRead() throws ReadProblem {
        for (String name : Lessons.names()) {
            Lesson english = Lessons.read(name, "en");
            Lesson chinese = Lessons.read(name, "zh");
            assertTrue(english.steps().size() >= 5 && english.steps().size() <= 9, name);
            assertTrue(name.endsWith(english.name()), name);
            assertFalse(english.title().equals(chinese.title()), name);
            assertEquals(3, english.cards().size(), name);
            assertEquals(3, chinese.cards().size(), name);
            for (int i = 0; i < english.steps().size(); i++) {
                assertSame(english.steps().get(i), chinese.steps().get(i));
            }
        }
    }

    @Test
    void curvesThatATextShowsLieBesideIt() throws ReadProblem {
        List<String> shown = new ArrayList<>();
        for (String name : Lessons.names()) {
            Lesson lesson = Lessons.read(name, "en");
            for (Step step : lesson.steps()) {
                for (Prose.Block block : step.text().blocks()) {
                    if (block instanceof Prose.Live live && live.picture() instanceof Picture.Curves curves) {
                        FigureFile file = FigureFile.read(lesson.source().file(curves.name() + ".csv"));
                        assertTrue(file.columns().size() > 2 && file.values().extent(0) > 2, name);
                        shown.add(curves.name());
                    }
                }
            }
        }
        assertEquals(List.of("race", "copy"), shown);
    }

    private static void assertSame(Step english, Step chinese) {
        String id = english.id();
        assertEquals(english.prediction().isPresent(), chinese.prediction().isPresent(), id);
        assertEquals(english.task().isPresent(), chinese.task().isPresent(), id);
        assertEquals(program(english), program(chinese), id);
        assertEquals(hints(english), hints(chinese), id);
        assertEquals(answers(english), answers(chinese), id);
        assertEquals(shape(english.text()), shape(chinese.text()), id);
        english.task()
                .ifPresent(task -> assertEquals(
                        shape(task.text()), shape(chinese.task().orElseThrow().text()), id));
        assertTrue(
                english.prediction().stream()
                        .flatMap(question -> question.choices().stream())
                        .noneMatch(choice -> choice.reply().isBlank()),
                id);
    }

    /** All of a text that is no words: its paragraphs and lists, numbers, pictures and cards; formulas may break otherwise. */
    private static List<Object> shape(Prose text) {
        List<Object> shape = new ArrayList<>();
        for (Prose.Block block : text.blocks()) {
            shape.add(block.getClass());
            if (block instanceof Prose.Live live) {
                shape.add(live.picture());
            } else if (block instanceof Prose.Items items) {
                items.items().forEach(item -> shape.add(shape(item)));
            } else if (block instanceof Prose.Paragraph paragraph) {
                shape.add(live(paragraph.spans()));
            }
        }
        return shape;
    }

    /** In one order, as sentences of two languages are ordered differently. */
    private static List<String> live(List<Prose.Span> spans) {
        return spans.stream()
                .filter(span -> span instanceof Prose.Measured || span instanceof Prose.CardLink)
                .map(span -> span instanceof Prose.CardLink link ? "card " + link.card() : span.toString())
                .sorted()
                .toList();
    }

    /** The program of a step, and which of its lines have a reply of their own. */
    private static List<Object> program(Step step) {
        return step.marking().stream()
                .flatMap(marking -> Stream.<Object>of(
                        marking.code(), marking.right(), marking.replies().keySet()))
                .toList();
    }

    private static int hints(Step step) {
        return step.task().map(task -> task.hints().size()).orElse(0);
    }

    private static List<Boolean> answers(Step step) {
        return step.prediction().stream()
                .flatMap(question -> question.choices().stream())
                .map(Prediction.Choice::right)
                .toList();
    }
}
