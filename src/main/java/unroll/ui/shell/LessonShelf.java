package unroll.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.io.ReadProblem;
import unroll.lesson.Lesson;
import unroll.lesson.Lessons;
import unroll.run.Job;
import unroll.run.Jobs;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** The lessons that the program brings along, in the language of the interface. They are read while the window opens. */
public final class LessonShelf {
    private final Workbench workbench;
    private final Job<List<Lesson>> reading;
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private Consumer<List<Lesson>> onRead = lessons -> {};

    public LessonShelf(Workbench workbench, Messages messages, Jobs jobs, FrameClock clock) {
        this.workbench = workbench;
        this.reading = jobs.start(() -> read(messages.getLocale().getLanguage()));
        clock.during(waiting, now -> look());
    }

    private static List<Lesson> read(String language) throws ReadProblem {
        List<Lesson> lessons = new ArrayList<>();
        for (String folder : Lessons.names()) {
            lessons.add(Lessons.read(folder, language));
        }
        return List.copyOf(lessons);
    }

    /** Gives the lessons in their order, as soon as they have been read. */
    private void whenRead(Consumer<List<Lesson>> action) {
        onRead = onRead.andThen(action);
        waiting.set(true);
    }

    private void look() {
        if (reading.isDone()) {
            waiting.set(false);
            reading.result().ifPresent(onRead);
            reading.failure().ifPresent(problem -> workbench.notice().set(Notice.error(problem.getMessage())));
            onRead = lessons -> {};
        }
    }

    /** Opens the first lesson. */
    public void openFirst() {
        whenRead(lessons -> lessons.stream().findFirst().ifPresent(workbench.lesson()::set));
    }

    /** Gives all lessons to a menu. */
    void list(Consumer<Lesson> action) {
        whenRead(lessons -> lessons.forEach(action));
    }
}
