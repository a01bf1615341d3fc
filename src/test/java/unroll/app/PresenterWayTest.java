package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.debug.Breakpoint;
import unroll.ui.lesson.LessonShelf;

/** A teacher's way through lesson 4 in front of a class, with the keys that a clicker sends. */
@ExtendWith(ApplicationExtension.class)
class PresenterWayTest {
    /** The place of the lesson on vanishing gradients in the list. */
    private static final int VANISHING = 3;

    @TempDir
    private Path home;

    private Window window;

    @Start
    private void start(Stage stage) {
        window = Window.open(stage, home);
        LessonShelf lessons = window.wiring().lessons();
        lessons.whenRead(read -> lessons.open(read.get(VANISHING)));
    }

    /** Tests share one stage: it must not stay as large as the screen. */
    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.wiring().appearance().presenting().set(false));
        window.close();
    }

    private void awaitTrace() throws TimeoutException {
        window.await(() -> window.workbench().debugger().get() != null);
    }

    private void present(FxRobot robot) throws TimeoutException {
        awaitTrace();
        robot.type(KeyCode.F11);
        window.await(() -> window.wiring().appearance().presenting().get());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /** Lesson 4 asks in its third step. */
    private void goToTheQuestion(FxRobot robot) throws TimeoutException {
        present(robot);
        robot.type(KeyCode.PAGE_DOWN, 2);
        awaitTrace();
        window.await(() -> robot.lookup("#presented .hand-row").queryAll().size() == 3);
    }

    private static List<String> counts(FxRobot robot) {
        return robot.lookup("#presented .hand-count").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void stepsFollowTheClickerAndTheirTextIsThere(FxRobot robot) throws TimeoutException {
        assertFalse(robot.lookup("#presented").query().isVisible());
        present(robot);
        assertTrue(robot.lookup("#presented").query().isVisible());
        assertTrue(text(robot, "#presented .muted").endsWith("step 1 of 9"));
        assertFalse(robot.lookup("#presentedBody .paragraph").queryAll().isEmpty());
        robot.type(KeyCode.PAGE_DOWN);
        window.await(() -> text(robot, "#presented .muted").endsWith("step 2 of 9"));
        robot.type(KeyCode.PAGE_UP);
        window.await(() -> text(robot, "#presented .muted").endsWith("step 1 of 9"));
        robot.type(KeyCode.PAGE_UP);
        assertTrue(text(robot, "#presented .muted").endsWith("step 1 of 9"));
        robot.type(KeyCode.F11);
        window.await(() -> !robot.lookup("#presented").query().isVisible());
    }

    @Test
    void handsAreCountedUntilTheAnswerIsShown(FxRobot robot) throws TimeoutException {
        goToTheQuestion(robot);
        Set<String> lanes = Set.copyOf(window.workbench().shownLanes());
        robot.type(KeyCode.DIGIT2, KeyCode.DIGIT2, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);
        assertEquals(List.of("1", "3", "1"), counts(robot));
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(List.of("1", "3", "0"), counts(robot));
        assertEquals(lanes, Set.copyOf(window.workbench().shownLanes()), "a hand is no lane");
        double most = robot.lookup("#presented .hand-bar")
                .nth(1)
                .query()
                .getLayoutBounds()
                .getWidth();
        double one = robot.lookup("#presented .hand-bar")
                .nth(0)
                .query()
                .getLayoutBounds()
                .getWidth();
        assertEquals(3, most / one, 0.05, "bars are as long as hands are many");
        assertFalse(robot.lookup("#presented .reply").query().isVisible());
        robot.type(KeyCode.PAGE_DOWN);
        window.await(() -> robot.lookup("#presented .reply").query().isVisible());
        robot.type(KeyCode.DIGIT1);
        assertEquals(List.of("1", "3", "0"), counts(robot));
        assertTrue(text(robot, "#presented .muted").endsWith("step 3 of 9"));
        robot.type(KeyCode.PAGE_DOWN);
        window.await(() -> text(robot, "#presented .muted").endsWith("step 4 of 9"));
    }

    @Test
    void aQuestionThatWasAnsweredAtHomeIsAskedAnewInClass(FxRobot robot) throws TimeoutException {
        goToTheQuestion(robot);
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.PAGE_DOWN, 2);
        window.await(() -> text(robot, "#presented .muted").endsWith("step 4 of 9"));
        robot.type(KeyCode.PAGE_UP);
        window.await(() -> robot.lookup("#presented .hand-row").queryAll().size() == 3);
        assertEquals(List.of("0", "0", "0"), counts(robot));
        assertFalse(robot.lookup("#presented .reply").query().isVisible());
    }

    @Test
    void theScreenGoesBlackAndComesBack(FxRobot robot) throws TimeoutException {
        present(robot);
        Node black = robot.lookup("#blackout").query();
        int breakpoints = window.workbench().debugger().get().breakpoints().size();
        robot.type(KeyCode.B);
        assertTrue(black.isVisible());
        robot.type(KeyCode.PAGE_DOWN);
        assertFalse(black.isVisible());
        assertTrue(text(robot, "#presented .muted").endsWith("step 1 of 9"), "the first press only brings it back");
        robot.type(KeyCode.PERIOD);
        assertTrue(black.isVisible());
        robot.type(KeyCode.F11);
        window.await(() -> !black.isVisible());
        assertEquals(
                breakpoints, window.workbench().debugger().get().breakpoints().size());
        robot.type(KeyCode.B);
        assertFalse(black.isVisible());
        assertTrue(
                window.debugger(at -> at.breakpoints().size() == 1), "without a class, B is what it is for everyone");
    }

    @Test
    void aClickersStartButtonPresentsALessonWithoutBreakpoints(FxRobot robot) throws TimeoutException {
        awaitTrace();
        int cursor = window.workbench().debugger().get().cursor();
        robot.type(KeyCode.F5);
        window.await(() -> window.wiring().appearance().presenting().get());
        robot.type(KeyCode.F5);
        assertTrue(window.wiring().appearance().presenting().get());
        assertTrue(window.debugger(at -> at.cursor() == cursor), "nothing ran");
        robot.type(KeyCode.F11);
        window.await(() -> !window.wiring().appearance().presenting().get());
        robot.interact(() -> window.workbench().stepping().toggle(Breakpoint.onLine(5)));
        robot.type(KeyCode.F5);
        window.await(() -> window.workbench().debugger().get().cursor() != cursor);
        assertFalse(window.wiring().appearance().presenting().get());
    }

    @Test
    void textIsLargeAndGoesBackToWhatItWas(FxRobot robot) throws TimeoutException {
        present(robot);
        assertTrue(window.wiring().appearance().textSize().get().percent() >= 150);
        robot.type(KeyCode.F11);
        window.await(() -> window.wiring().appearance().textSize().get().percent() == 100);
    }

    private static double textSize(FxRobot robot) {
        String style = robot.lookup("#presentedBody").query().getStyle();
        return Double.parseDouble(style.replaceAll("[^0-9.]", ""));
    }

    @Test
    void theStepsTextIsAsLargeTheSecondTime(FxRobot robot) throws TimeoutException {
        present(robot);
        window.await(() -> textSize(robot) >= 1.5 * 13);
        robot.type(KeyCode.F11);
        window.await(() -> !window.wiring().appearance().presenting().get());
        present(robot);
        window.await(() -> textSize(robot) >= 1.5 * 13);
    }

    @Test
    void aCurveIsExportedByKeyboardWhileItsPanelIsFolded(FxRobot robot) throws TimeoutException {
        awaitTrace();
        robot.interact(() -> window.wiring().workbench().train());
        window.await(() -> window.workbench().snapshot().get() != null
                && window.workbench().snapshot().get().progress().iteration() > 2);
        robot.interact(() -> window.wiring().workbench().pause());
        present(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        window.await(() -> robot.lookup("#exportPreview").tryQuery().isPresent());
        assertEquals(
                "curves", robot.lookup("#figureBox").queryAs(ComboBox.class).getValue());
        assertTrue(robot.lookup("#saveButton").query().isFocused(), "Enter saves");
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#exportPreview").tryQuery().isEmpty());
    }
}
