package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.plot.Palette;
import unroll.ui.canvas.PaintedPane;

/** What a user does, from the first step to the exported curve, with mouse and keys alone. */
@ExtendWith(ApplicationExtension.class)
class UserWayTest {
    @TempDir
    private static Path home;

    private Window window;

    @Start
    private void start(Stage stage) {
        window = Window.open(stage, home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private int cursor() {
        return window.workbench().debugger().get().cursor();
    }

    @Test
    void stepsGoForwardsAndBackwards(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.type(KeyCode.RIGHT, 3);
        assertTrue(window.debugger(at -> at.cursor() == 3));
        robot.type(KeyCode.LEFT);
        assertTrue(window.debugger(at -> at.cursor() == 2));
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertTrue(window.debugger(at -> at.current().orElseThrow().phase() == Phase.BACKWARD));
        assertEquals(
                "BACKWARD", robot.lookup("#phaseLabel").queryAs(Label.class).getText());
    }

    @Test
    void theButtonsStepAsTheKeysDo(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.clickOn("#intoButton").clickOn("#intoButton").clickOn("#backIntoButton");
        assertTrue(window.debugger(at -> at.cursor() == 1));
        robot.clickOn("#outButton");
        assertTrue(window.debugger(at -> at.cursor() == at.program().end(Phase.FORWARD)));
    }

    @Test
    void arrowsStepAlsoWhileAButtonHasTheFocus(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.clickOn("#intoButton").type(KeyCode.RIGHT, 2);
        assertTrue(window.debugger(at -> at.cursor() == 3));
    }

    @Test
    void aRunStopsAtABreakpoint(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.type(KeyCode.RIGHT, 2).type(KeyCode.B);
        assertTrue(window.debugger(at -> at.breakpoints().equals(List.of(Breakpoint.onLine(2)))));
        int before = cursor();
        robot.clickOn("#runButton");
        assertTrue(window.debugger(
                at -> at.cursor() > before && at.current().orElseThrow().line().number() == 2));
        robot.type(KeyCode.B);
        assertTrue(window.debugger(at -> at.breakpoints().isEmpty()));
    }

    @Test
    void playRunsToTheEnd(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.interact(() -> window.workbench().speed().set(30));
        robot.type(KeyCode.SPACE);
        window.await(() -> window.workbench().debugger().get().next().isEmpty());
        window.await(() -> !window.workbench().playing().get());
    }

    @Test
    void goToAStepByItsNumber(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.type(KeyCode.RIGHT).type(KeyCode.G).write("4").type(KeyCode.ENTER);
        assertTrue(window.debugger(at -> at.current().orElseThrow().t() == 4));
        robot.type(KeyCode.G).write("77").type(KeyCode.ENTER);
        assertTrue(window.workbench().notice().get().text().contains("77"));
        assertTrue(window.debugger(at -> at.current().orElseThrow().t() == 4));
    }

    @Test
    void keysStayWithTheTextThatIsTyped(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.type(KeyCode.RIGHT, 2).type(KeyCode.G).write("b1t ").type(KeyCode.LEFT);
        Debugger at = window.workbench().debugger().get();
        assertEquals(2, at.cursor());
        assertTrue(at.breakpoints().isEmpty());
        assertFalse(window.workbench().training().get());
        assertEquals(
                "b1t ",
                robot.lookup(".transport #stepField").queryAs(TextField.class).getText());
        robot.type(KeyCode.ESCAPE).type(KeyCode.RIGHT);
        assertTrue(window.debugger(now -> now.cursor() == 3));
    }

    @Test
    void digitsChooseLanes(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        assertTrue(window.workbench().shownLanes().contains("x"));
        robot.type(KeyCode.DIGIT1);
        assertFalse(window.workbench().shownLanes().contains("x"));
        robot.press(KeyCode.SHIFT).type(KeyCode.DIGIT1).release(KeyCode.SHIFT);
        assertFalse(window.workbench().shownLanes().contains("dy"));
        robot.type(KeyCode.DIGIT1);
        assertTrue(window.workbench().shownLanes().contains("x"));
    }

    @Test
    void aClickInALaneSelectsANumber(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.clickOn("#lanesPane");
        robot.moveTo("#lanesPane");
        window.await(() -> window.workbench().selection().get() != null);
        int unit = window.workbench().selection().get().unit();
        robot.type(KeyCode.DOWN).type(KeyCode.UP);
        assertEquals(unit, window.workbench().selection().get().unit());
        PaintedPane lanes = robot.lookup("#lanesPane").query();
        assertTrue(lanes.getAccessibleText().contains("["), lanes.getAccessibleText());
    }

    @Test
    void trainingFillsTheCurvesAndPauses(FxRobot robot) throws TimeoutException {
        window.openExperiment("sunspots");
        robot.type(KeyCode.T);
        window.await(() -> window.workbench().snapshot().get() != null
                && window.workbench().snapshot().get().progress().iteration() > 20);
        assertEquals("Pause", robot.lookup("#trainButton").queryAs(Button.class).getText());
        robot.type(KeyCode.T);
        window.await(() -> !window.workbench().busy().get());
        assertFalse(window.workbench().training().get());
        long paused = window.workbench().snapshot().get().progress().iteration();
        PaintedPane curves = robot.lookup("#curvesPane").query();
        assertTrue(curves.getAccessibleText().contains("train"), curves.getAccessibleText());
        robot.type(KeyCode.T);
        window.await(() -> window.workbench().snapshot().get().progress().iteration() > paused);
        robot.type(KeyCode.T);
        window.await(() -> !window.workbench().busy().get());
    }

    @Test
    void aDragChoosesAPartOfTheCurvesAndADoubleClickShowsAll(FxRobot robot) throws TimeoutException {
        window.openExperiment("sunspots");
        robot.type(KeyCode.T);
        window.await(() -> window.workbench().snapshot().get() != null
                && window.workbench().snapshot().get().progress().iteration() > 20);
        robot.type(KeyCode.T);
        window.await(() -> !window.workbench().busy().get());
        Button reset = robot.lookup("#resetButton").queryAs(Button.class);
        assertFalse(reset.isVisible());
        robot.drag("#curvesPane").dropBy(60, 0);
        assertTrue(reset.isVisible());
        robot.clickOn("#resetButton");
        assertFalse(reset.isVisible());
        robot.drag("#curvesPane").dropBy(-60, 0);
        assertTrue(reset.isVisible());
        robot.doubleClickOn("#curvesPane");
        assertFalse(reset.isVisible());
    }

    @Test
    void anEditIsUndone(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        long seed = window.workbench().experiment().get().seed();
        robot.interact(() -> window.workbench().edit("seed", seed + 1));
        assertEquals(seed + 1, window.workbench().experiment().get().seed());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(seed, window.workbench().experiment().get().seed());
        robot.interact(() -> window.workbench().edit("model.hidden", -3));
        assertTrue(window.workbench().notice().get().text().contains("model.hidden"));
    }

    @Test
    void aDraggedGainMovesTheTrace(FxRobot robot) throws TimeoutException {
        window.openExperiment("vanishing");
        double before = window.workbench().trace().get().loss();
        for (int i = 0; i < 10; i++) {
            double gain = 0.7 + 0.05 * i;
            robot.interact(() -> window.workbench().edit("initialiser.gain", gain));
        }
        window.await(() -> !window.workbench().busy().get());
        assertNotEquals(before, window.workbench().trace().get().loss());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.await(() -> !window.workbench().busy().get());
        assertEquals(before, window.workbench().trace().get().loss());
    }

    @Test
    void theThemeChangesControlsAndFigures(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        PaintedPane stage = robot.lookup("#stagePane").query();
        assertFalse(stage.palette().get().isDark());
        robot.clickOn("#themeButton");
        window.await(() -> stage.palette().get().isDark());
        assertEquals(Palette.dark(), stage.palette().get());
    }

    @Test
    void thePresentersViewLeavesStageLanesAndTransport(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.type(KeyCode.F11);
        window.await(() -> window.wiring().appearance().presenting().get());
        assertTrue(robot.lookup("#guide").tryQuery().isEmpty());
        assertTrue(robot.lookup("#stagePane").tryQuery().isPresent());
        robot.type(KeyCode.F11);
        window.await(() -> robot.lookup("#guide").tryQuery().isPresent());
    }

    @Test
    void helpListsTheKeysAndEscapeEndsIt(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertTrue(robot.lookup(".key-list").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".key-list").tryQuery().isEmpty());
    }

    @Test
    void paneFoldsAndComesBack(FxRobot robot) {
        robot.clickOn("#sideToggle");
        assertTrue(robot.lookup("#side").tryQuery().isEmpty());
        assertEquals(Set.of("side"), window.wiring().shell().layout().folded());
        robot.clickOn("#sideToggle");
        assertTrue(robot.lookup("#side").tryQuery().isPresent());
    }

    @Test
    void closingWhileTrainingEndsAllThreadsAndKeepsTheRun(FxRobot robot) throws TimeoutException, IOException {
        window.openExperiment("sunspots");
        robot.type(KeyCode.T);
        window.await(() -> window.workbench().snapshot().get() != null
                && window.workbench().snapshot().get().progress().iteration() > 5);
        robot.interact(() -> window.close());
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .filter(Thread::isAlive)
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("unroll-"))
                        .toList());
        try (var runs = Files.list(home.resolve("runs"))) {
            assertTrue(runs.anyMatch(run -> Files.exists(run.resolve("metrics.csv"))));
        }
    }
}
