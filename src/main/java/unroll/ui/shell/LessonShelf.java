package unroll.ui.shell;

import java.util.ArrayList;
import java.util.List;
import unroll.io.ReadProblem;
import unroll.lesson.Lesson;
import unroll.lesson.Lessons;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** The lessons that the program brings along, in the language of the interface. */
public final class LessonShelf {
    private final Workbench workbench;
    private final Messages messages;
    private List<Lesson> lessons = List.of();

    public LessonShelf(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    /** All lessons in their order; one that can't be read is told and left out. */
    List<Lesson> all() {
        if (lessons.isEmpty()) {
            lessons = read();
        }
        return lessons;
    }

    private List<Lesson> read() {
        List<Lesson> read = new ArrayList<>();
        try {
            for (String folder : Lessons.names()) {
                read.add(Lessons.read(folder, messages.getLocale().getLanguage()));
            }
        } catch (ReadProblem problem) {
            workbench.notice().set(Notice.error(problem.getMessage()));
        }
        return List.copyOf(read);
    }

    /** Opens the first lesson. */
    public void openFirst() {
        all().stream().findFirst().ifPresent(workbench.lesson()::set);
    }
}
