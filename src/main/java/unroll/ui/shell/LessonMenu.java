package unroll.ui.shell;

import java.io.File;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;
import unroll.lesson.Lesson;
import unroll.ui.lesson.LessonSession;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The menu of the lessons: those of the program, a teacher's own, and the one that is open from its beginning. */
public final class LessonMenu {
    private static final String DONE = "✓  ";

    private final Workbench workbench;
    private final LessonShelf shelf;
    private final LessonSession session;
    private final Messages messages;

    public LessonMenu(Workbench workbench, LessonShelf shelf, LessonSession session, Messages messages) {
        this.workbench = workbench;
        this.shelf = shelf;
        this.session = session;
        this.messages = messages;
    }

    /** Keeps a button's text and items up to date. */
    void install(MenuButton button) {
        workbench
                .lesson()
                .subscribe(lesson -> button.setText(lesson == null ? messages.text("shell.noLesson") : title(lesson)));
        button.setOnShowing(event -> shelf.whenRead(lessons -> fill(button, lessons)));
        shelf.whenRead(lessons -> fill(button, lessons));
    }

    private String title(Lesson lesson) {
        return messages.text("shell.lesson", lesson.number(), lesson.title());
    }

    private void fill(MenuButton button, List<Lesson> lessons) {
        List<MenuItem> items = button.getItems();
        items.clear();
        for (Lesson lesson : lessons) {
            String mark = shelf.progress(lesson).finished() ? DONE : "";
            items.add(item(mark + title(lesson), () -> shelf.open(lesson)));
        }
        MenuItem startOver = item(messages.text("shell.startLessonOver"), session::startOver);
        startOver.setDisable(session.page().get() == null);
        items.add(new SeparatorMenuItem());
        items.add(item(messages.text("shell.allLessons"), () -> workbench.home().set(true)));
        items.add(item(messages.text("shell.openLesson"), () -> openFolder(button)));
        items.add(startOver);
    }

    private void openFolder(MenuButton button) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("shell.openLessonTitle"));
        File folder = chooser.showDialog(button.getScene().getWindow());
        if (folder != null) {
            shelf.openFolder(folder.toPath());
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
