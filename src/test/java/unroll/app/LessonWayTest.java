package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.core.model.Phase;
import unroll.ui.lesson.LessonShelf;

/** A learner's way through the first steps of lesson 4: task, task, question. */
@ExtendWith(ApplicationExtension.class)
class LessonWayTest {
    /** The place of the lesson on vanishing gradients in the list. */
    private static final int VANISHING = 3;

    @TempDir
    private static Path home;

    private Window window;

    @Start
    private void start(Stage stage) {
        window = Window.open(stage, home);
        LessonShelf lessons = window.wiring().lessons();
        lessons.whenRead(read -> lessons.open(read.get(VANISHING)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void doTaskAndGoOn(FxRobot robot) throws TimeoutException {
        window.await(() -> window.workbench().debugger().get() != null
                && window.workbench().debugger().get().cursor()
                        == window.workbench().debugger().get().program().start(Phase.BACKWARD));
        Button next = robot.lookup("#nextButton").queryButton();
        assertTrue(next.isDisabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        window.await(() -> !next.isDisabled());
        robot.clickOn("#nextButton");
    }

    @Test
    void aQuestionIsOpenUntilItsRightAnswer(FxRobot robot) throws TimeoutException {
        doTaskAndGoOn(robot);
        doTaskAndGoOn(robot);
        window.await(() -> robot.lookup("#lessonBody .radio-button").queryAll().size() == 3);
        List<RadioButton> choices =
                new ArrayList<>(robot.lookup("#lessonBody .radio-button").queryAllAs(RadioButton.class));
        for (RadioButton choice : choices) {
            assertFalse(choice.isDisabled());
            assertFalse(choice.isSelected(), "nothing is answered for the learner");
        }
        Label task = robot.lookup("#lessonBody .task-state").queryAs(Label.class);
        assertFalse(task.getParent().isVisible(), "the task would tell the answer");
        Label reply = robot.lookup("#lessonBody .reply").queryAs(Label.class);
        robot.clickOn(choices.get(0));
        assertTrue(reply.isVisible());
        String wrong = reply.getText();
        assertFalse(choices.get(1).isDisabled(), "a wrong answer leaves the question open");
        robot.clickOn(choices.get(1));
        assertFalse(wrong.equals(reply.getText()));
        assertTrue(choices.get(1).isDisabled());
        assertTrue(task.getParent().isVisible());
        assertEquals(1, choices.get(0).getOpacity(), "what was not chosen is still read");
        robot.clickOn("#backButton").clickOn("#nextButton");
        RadioButton again = robot.lookup("#lessonBody .radio-button").nth(1).queryAs(RadioButton.class);
        assertTrue(again.isSelected());
        assertEquals(
                reply.getText(),
                robot.lookup("#lessonBody .reply").queryAs(Label.class).getText());
    }
}
