package unroll.ui.start;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.io.LessonProgress;
import unroll.lesson.Lesson;
import unroll.ui.state.Messages;

/** A lesson on the path: its number on the line, what it is about, how long it takes. */
final class PathRow extends CardButton {
    PathRow(Lesson lesson, PathState state, LessonProgress progress, Messages messages) {
        super(content(lesson, state, where(lesson, state, progress, messages)), "path-row");
        pseudoClassStateChanged(state.pseudoClass(), true);
        setMaxWidth(Double.MAX_VALUE);
        setId("path-" + lesson.name());
        setAccessibleText(lesson.number() + " " + lesson.title() + ", " + where(lesson, state, progress, messages));
    }

    private static HBox content(Lesson lesson, PathState state, String told) {
        Label title = new Label(lesson.title());
        title.setWrapText(true);
        title.getStyleClass().add("path-title");
        Label summary = new Label(lesson.head().summary());
        summary.setWrapText(true);
        summary.getStyleClass().add("muted");
        Label where = new Label(told);
        where.getStyleClass().add("path-where");
        VBox text = new VBox(title, summary, where);
        text.getStyleClass().add("path-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox content = new HBox(mark(lesson, state), text);
        content.getStyleClass().add("path-content");
        return content;
    }

    private static String where(Lesson lesson, PathState state, LessonProgress progress, Messages messages) {
        String minutes = messages.text("start.minutes", lesson.minutes());
        OptionalInt step = lesson.indexOf(progress.step());
        if (state == PathState.DONE) {
            return messages.text("start.done") + " · " + minutes;
        }
        return step.isPresent()
                ? messages.text(
                                "start.atStep",
                                step.getAsInt() + 1,
                                lesson.steps().size()) + " · " + minutes
                : minutes;
    }

    /** The number in its circle on the line that leads from lesson to lesson. */
    private static StackPane mark(Lesson lesson, PathState state) {
        Region line = new Region();
        line.getStyleClass().add("path-line");
        Label number = new Label(state == PathState.DONE ? "✓" : String.valueOf(lesson.number()));
        number.getStyleClass().add("path-dot");
        StackPane mark = new StackPane(line, number);
        StackPane.setAlignment(number, Pos.TOP_CENTER);
        mark.getStyleClass().add("path-mark");
        return mark;
    }
}
