package unroll.ui.breakpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
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
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.measure.Condition;
import unroll.debug.measure.MeasureProblem;
import unroll.ui.ViewOnStage;
import unroll.ui.breakpoints.ConditionParts.Against;
import unroll.ui.breakpoints.ConditionParts.Kind;

@ExtendWith(ApplicationExtension.class)
class BreakpointsViewTest {
    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "breakpoints", 340, 500);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private Debugger debugger() {
        return view.workbench().debugger().get();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#conditionField").query();
    }

    private void type(FxRobot robot, String condition) {
        robot.interact(() -> field(robot).setText(condition));
    }

    @Test
    void aBreakpointIsSwitchedOffAndDeletedInTheList(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().toggle(Breakpoint.onLine(2)));
        assertEquals(
                "line 2",
                robot.lookup(".entries .check-box").queryAs(CheckBox.class).getText());
        assertEquals("0 of 6 hits", text(robot, ".entries .hits"));
        robot.clickOn(".entries .check-box");
        assertEquals(
                List.of(Breakpoint.onLine(2).withEnabled(false)), debugger().breakpoints());
        robot.clickOn(robot.lookup(".entries .button").nth(1).<Node>query());
        assertTrue(debugger().breakpoints().isEmpty());
        assertTrue(robot.lookup(".entries .check-box").tryQuery().isEmpty());
    }

    @Test
    void hitsAreCountedUpToTheCursor(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> {
            view.workbench().toggle(Breakpoint.onLine(2));
            view.workbench().run();
            view.workbench().run();
        });
        assertEquals("2 of 6 hits", text(robot, ".entries .hits"));
    }

    @Test
    void theFormMakesTheTextAndTheTextTheForm(FxRobot robot) throws MeasureProblem {
        view.open("first-steps");
        robot.clickOn("#addBreakpoint");
        assertEquals("‖∂L/∂h‖ < 1e-6", field(robot).getText());
        ComboBox<Kind> reading = robot.lookup("#readingBox").query();
        ComboBox<Against> against = robot.lookup("#againstBox").query();
        ComboBox<String> symbol = robot.lookup("#symbolBox").query();
        robot.interact(() -> against.setValue(Against.LAST));
        assertEquals("‖∂L/∂h‖ < 1e-6 · ‖∂L/∂h_T‖", field(robot).getText());
        type(robot, "h[2] >= 0.5");
        assertEquals(Kind.UNIT, reading.getValue());
        assertEquals("h", symbol.getValue());
        assertEquals(Against.NOTHING, against.getValue());
        robot.interact(() -> reading.setValue(Kind.MAX));
        assertEquals("max(h) ≥ 0.5", field(robot).getText());
        robot.clickOn("#saveButton");
        Breakpoint expected = Breakpoint.onLine(1).withCondition(Optional.of(Condition.parse("max(h) >= 0.5")));
        assertEquals(List.of(expected), debugger().breakpoints());
        assertFalse(robot.lookup("#saveButton").query().isVisible()
                && view.workbench().choices().draft().get() != null);
    }

    @Test
    void whatIsWrongIsSaidAndNotSet(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn("#addBreakpoint");
        type(robot, "|dh| <");
        assertTrue(text(robot, "#problemLabel").contains("expected a name"), text(robot, "#problemLabel"));
        robot.clickOn("#saveButton");
        assertTrue(debugger().breakpoints().isEmpty());
        type(robot, "|f| > 1");
        assertTrue(text(robot, "#problemLabel").contains("no f"), text(robot, "#problemLabel"));
        type(robot, "|h| > 0");
        assertEquals("", text(robot, "#problemLabel"));
        robot.clickOn("#conditionField").type(KeyCode.ESCAPE);
        assertTrue(debugger().breakpoints().isEmpty());
        assertEquals(null, view.workbench().choices().draft().get());
    }

    @Test
    void anEditedBreakpointKeepsItsPlace(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> {
            view.workbench().toggle(Breakpoint.onLine(2));
            view.workbench().toggle(Breakpoint.onLine(3));
        });
        robot.clickOn(robot.lookup(".entries .button").nth(0).<Node>query());
        robot.interact(() -> robot.lookup("#stepField").queryAs(TextField.class).setText("4"));
        robot.clickOn("#saveButton");
        assertEquals(
                List.of(Breakpoint.at(2, 4), Breakpoint.onLine(3)), debugger().breakpoints());
        assertTrue(Breakpoint.at(2, 4).condition().isEmpty());
    }

    @Test
    void partsReadBackToTheSameCondition() throws MeasureProblem {
        for (String text : List.of(
                "|dh| < 1e-6", "a[3] > 2", "saturated(h@2) >= 0.5", "|dh| < 0.5 * |dh_t-1|", "L > 2", "nonfinite(h)")) {
            Condition condition = Condition.parse(text);
            assertEquals(condition, ConditionParts.of(condition).orElseThrow().condition(), text);
        }
        assertTrue(ConditionParts.of(Condition.parse("|h| < |x|")).isEmpty());
    }
}
