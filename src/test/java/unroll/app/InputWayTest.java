package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.experiment.Probe;
import unroll.experiment.Setup.Part;
import unroll.io.CaseFile;
import unroll.io.ReadProblem;
import unroll.plot.lanes.Viewport;

/** How a user changes what the network reads, with mouse and keys, and finds the way through long sequences. */
@ExtendWith(ApplicationExtension.class)
class InputWayTest {
    private static final Site X = new Site(0, Quantity.INPUT);

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

    private Trace trace() throws TimeoutException {
        window.await(() -> !window.workbench().busy().get());
        return window.workbench().trace().get();
    }

    private Probe probe() {
        return window.workbench().probing().probe().get();
    }

    private void open(String name, FxRobot robot) throws TimeoutException {
        window.openExperiment(name);
        trace();
        robot.type(KeyCode.I);
        window.await(() -> robot.lookup("#inputPane").query().getBoundsInLocal().getHeight() > 50);
    }

    private static Point2D at(FxRobot robot, String pane, double x, double y) {
        Node node = robot.lookup(pane).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }

    private static void undo(FxRobot robot) {
        robot.clickOn("#stagePane").press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    @Test
    void aSeriesIsDrawn(FxRobot robot) throws TimeoutException {
        open("sunspots", robot);
        Trace before = trace();
        robot.moveTo(at(robot, "#inputPane", 0.3, 0.2))
                .press(MouseButton.PRIMARY)
                .moveTo(at(robot, "#inputPane", 0.4, 0.15))
                .moveTo(at(robot, "#inputPane", 0.7, 0.15))
                .release(MouseButton.PRIMARY);
        Trace drawn = trace();
        assertNotEquals(before.loss(), drawn.loss());
        int changed = 0;
        for (int t = 1; t <= drawn.steps(); t++) {
            changed += drawn.value(X, t, 0, 0) == before.value(X, t, 0, 0) ? 0 : 1;
        }
        assertTrue(changed >= 3 && changed < drawn.steps(), changed + " of " + drawn.steps());
        assertTrue(robot.lookup("#backToData").query().isVisible());
        assertTrue(robot.lookup("#inputAnswer").queryAs(Label.class).getText().contains("still the data’s"));
        undo(robot);
        assertEquals(before.loss(), trace().loss());
        assertTrue(probe().changes().isEmpty());
    }

    @Test
    void aNameIsTyped(FxRobot robot) throws TimeoutException {
        open("names-lstm", robot);
        robot.doubleClickOn("#inputText");
        robot.interact(() -> robot.lookup("#inputText").queryAs(TextField.class).selectAll());
        robot.write("Bahdanau");
        assertEquals(8, trace().steps());
        robot.write("1");
        assertEquals(8, trace().steps());
        assertTrue(window.workbench().notice().get().text().contains("1"));
        robot.clickOn("#backToData");
        assertEquals(6, trace().steps());
    }

    @Test
    void anotherExampleIsPicked(FxRobot robot) throws TimeoutException {
        open("digits-rows", robot);
        robot.clickOn("#nextExample").clickOn("#nextExample");
        assertEquals(2, probe().example());
        robot.clickOn("#testPart");
        assertEquals(Part.TEST, probe().part());
        robot.doubleClickOn("#exampleNumber").write("40").type(KeyCode.ENTER);
        assertEquals(39, probe().example());
        robot.doubleClickOn("#rowsNumber").write("3").type(KeyCode.ENTER);
        assertEquals(3, trace().rows());
        undo(robot);
        undo(robot);
        assertEquals(0, probe().example());
        assertEquals(Part.TEST, probe().part());
    }

    @Test
    void aNumberIsEditedWithTheKeysAlone(FxRobot robot) throws TimeoutException {
        open("adding-50", robot);
        robot.doubleClickOn("#inputStep").write("7").type(KeyCode.ENTER);
        window.await(() -> robot.lookup("#inputValue").query().isFocused());
        robot.write("0.25").type(KeyCode.ENTER);
        assertEquals(0.25, trace().value(X, 7, 0, 0));
        robot.type(KeyCode.UP);
        assertEquals(0.3, trace().value(X, 7, 0, 0), 1e-12);
        robot.clickOn("#inputStep").type(KeyCode.TAB);
        undo(robot);
        undo(robot);
        assertFalse(probe().changes().containsKey(0));
    }

    @Test
    void whatIsLookedAtIsSavedAndCarriesOver(FxRobot robot) throws TimeoutException, IOException, ReadProblem {
        open("adding-50", robot);
        robot.doubleClickOn("#inputStep")
                .write("7")
                .type(KeyCode.ENTER)
                .write("0.25")
                .type(KeyCode.ENTER);
        double loss = trace().loss();
        Path file = home.resolve("looked.json");
        Path saved = home.resolve("case.json");
        robot.interact(() -> window.wiring().files().saveCase(saved));
        assertTrue(Files.size(saved) > 1000);
        robot.interact(() -> window.wiring().files().save(file));
        robot.interact(() -> window.wiring().files().openBuiltIn("vanishing"));
        trace();
        robot.interact(() -> window.wiring().files().open(file));
        assertEquals(loss, trace().loss());
        assertEquals(loss, CaseFile.read(saved).trace().loss());
    }

    @Test
    void longSequencesAreZoomedAndMoved(FxRobot robot) throws TimeoutException {
        window.openExperiment("vanishing");
        robot.interact(() -> window.workbench().edit("task.length", 784));
        window.await(() -> window.workbench().trace().get().steps() == 784);
        Viewport first = window.workbench().viewport().get();
        assertTrue(first.count() < 60, first.toString());
        robot.clickOn("#stagePane").type(KeyCode.MINUS, 5);
        Viewport wider = window.workbench().viewport().get();
        assertTrue(wider.count() > 2 * first.count(), wider.toString());
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT, 3).release(KeyCode.ALT);
        Viewport moved = window.workbench().viewport().get();
        assertEquals(wider.count(), moved.count());
        assertTrue(moved.first() > wider.first() + wider.count() / 2, moved.toString());
        robot.type(KeyCode.RIGHT);
        assertTrue(window.workbench().viewport().get().contains(1), "the view follows the cursor");
        assertEquals(wider.count(), window.workbench().viewport().get().count(), "as it was zoomed");
        robot.type(KeyCode.DIGIT0);
        assertEquals(first.count(), window.workbench().viewport().get().count());
    }
}
