package unroll.ui.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
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
import unroll.debug.Convention;
import unroll.debug.Debugger;
import unroll.ui.ViewOnStage;
import unroll.ui.canvas.FormulaView;

@ExtendWith(ApplicationExtension.class)
class ListingViewTest {
    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "listing", 330, 700);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private Debugger debugger() {
        return view.workbench().debugger().get();
    }

    private static LineRow row(FxRobot robot, int number) {
        return robot.lookup(".line-row").queryAllAs(LineRow.class).stream()
                .filter(row -> row.line().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(LineRow row, String pseudoClass) {
        return row.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
    }

    @Test
    void aClickInTheGutterSetsAndClearsABreakpoint(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn(row(robot, 8).gutter());
        assertEquals(List.of(Breakpoint.onLine(8)), debugger().breakpoints());
        assertEquals(0, debugger().cursor(), "the gutter does not run");
        assertTrue(has(row(robot, 8), "breakpoint-always"));
        robot.clickOn(row(robot, 8).gutter());
        assertTrue(debugger().breakpoints().isEmpty());
        assertFalse(has(row(robot, 8), "breakpoint-always"));
    }

    @Test
    void aCutLineIsMarkedWithItsReason(FxRobot robot) {
        view.open("two-layer", "training.truncation", "2");
        LineRow back = row(robot, 9);
        robot.interact(() -> view.workbench().runTo(9, 4));
        assertFalse(has(back, "cut"), "step 4 goes back to step 3 of its own piece");
        robot.interact(() -> view.workbench().runTo(9, 3));
        assertTrue(has(back, "cut"));
        Label scissors = (Label) back.lookup(".scissors");
        assertTrue(scissors.isVisible());
        assertTrue(scissors.getTooltip().getText().startsWith("Cut at t = 3: a piece of 2 steps begins here"));
        assertFalse(has(row(robot, 8), "cut"), "the line goes back within its step");
        robot.interact(() -> view.workbench().runTo(9, 1));
        assertFalse(has(back, "cut"), "the initial state receives its gradient");
        assertFalse(scissors.isVisible());
    }

    @Test
    void aLayerThatRunsBackwardsReadsTheNextStep(FxRobot robot) {
        view.open("bidirectional");
        robot.interact(() -> view.workbench().moveTo(1));
        assertTrue(row(robot, 1).line().line().plain().contains("hₜ₋₁"));
        assertEquals(
                "layer 1 of 1, →, t = 1",
                robot.lookup("#layerLabel").queryAs(Label.class).getText());
        robot.interact(() -> view.workbench().moveTo(13));
        assertTrue(row(robot, 1).line().line().plain().contains("hₜ₊₁"));
        assertEquals(
                "layer 1 of 1, ←, t = 6",
                robot.lookup("#layerLabel").queryAs(Label.class).getText());
        assertTrue(has(row(robot, 1), "current"));
    }

    @Test
    void aClickOnALineRunsToIt(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn(row(robot, 2).head());
        assertEquals(2, debugger().cursor());
        assertTrue(has(row(robot, 2), "current"));
        assertTrue(has(row(robot, 3), "next"));
        robot.clickOn(row(robot, 8).head());
        assertEquals(8, debugger().current().orElseThrow().line().number());
        assertEquals(1, debugger().current().orElseThrow().t());
        assertEquals(
                "t = 1 of 6", robot.lookup("#layerLabel").queryAs(Label.class).getText());
    }

    @Test
    void keysChooseALineRunToItAndBreakOnIt(FxRobot robot) {
        view.open("first-steps");
        robot.interact(() -> robot.lookup("#lines").query().requestFocus());
        robot.type(KeyCode.DOWN, 2).type(KeyCode.F9).type(KeyCode.ENTER);
        assertEquals(List.of(Breakpoint.onLine(3)), debugger().breakpoints());
        assertEquals(3, debugger().cursor());
        assertTrue(has(row(robot, 3), "chosen"));
    }

    @Test
    void theMenuSetsABreakpointOnAStep(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 4));
        openMenu(robot, row(robot, 2));
        robot.clickOn(view.messages().text("listing.toggleStep", 4));
        openMenu(robot, row(robot, 1));
        robot.clickOn(view.messages().text("listing.toggleAtStep", 4));
        assertEquals(
                List.of(Breakpoint.onStep(4), Breakpoint.at(1, 4)), debugger().breakpoints());
        assertTrue(has(row(robot, 1), "breakpoint-at-steps"));
        assertFalse(has(row(robot, 2), "breakpoint-at-steps"));
    }

    /** Monocle knows no gesture for menus. */
    private static void openMenu(FxRobot robot, LineRow row) {
        Bounds scene = row.head().localToScene(row.head().getBoundsInLocal());
        Bounds screen = row.head().localToScreen(row.head().getBoundsInLocal());
        robot.interact(() -> Event.fireEvent(
                row.head(),
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        scene.getCenterX(),
                        scene.getCenterY(),
                        screen.getCenterX(),
                        screen.getCenterY(),
                        false,
                        null)));
    }

    @Test
    void aBreakpointThatIsSwitchedOffIsMarkedSo(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().toggle(Breakpoint.onLine(2).withEnabled(false)));
        assertTrue(has(row(robot, 2), "breakpoint-off"));
    }

    @Test
    void aLineOverBlocksOpensIntoItsRows(FxRobot robot) {
        view.open("first-steps", "model.cell", "lstm", "model.layers", "2");
        assertEquals(0, robot.lookup(".rows .row").queryAll().size());
        robot.clickOn(robot.from(row(robot, 1)).lookup(".opener").<Node>query());
        List<String> texts = robot.from(row(robot, 1)).lookup(".rows .row").queryAll().stream()
                .map(row -> robot.from(row).lookup(".formula-view").queryAllAs(FormulaView.class).stream()
                        .map(FormulaView::getAccessibleText)
                        .collect(Collectors.joining(" ")))
                .toList();
        assertEquals(4, texts.size());
        assertTrue(texts.get(1).startsWith("aᶠₜ = W xₜ + U hₜ₋₁"), texts::toString);
        assertEquals(0, debugger().cursor(), "opening does not run");
        ViewOnStage.inFx(() -> view.workbench().moveTo(9));
        assertEquals(
                "layer 2 of 2, →, t = 1",
                robot.lookup("#layerLabel").queryAs(Label.class).getText());
    }

    @Test
    void aQuantityThatIsPointedAtLightsUpInEveryLine(FxRobot robot) {
        view.open("first-steps");
        robot.interact(() -> view.workbench().highlighted().set(Set.of("dh")));
        Set<Integer> slope = lit(robot, 8);
        Set<Integer> forward = lit(robot, 2);
        assertEquals(Set.of("\\delta a_t = ".length(), "\\delta a_t = \\delta ".length()), slope);
        assertEquals(Set.of(), forward, "h is not its gradient");
        Node formula = robot.from(row(robot, 2)).lookup(".formula-view").query();
        robot.moveTo(formula.localToScreen(7, formula.getLayoutBounds().getHeight() / 2));
        assertEquals(Set.of("h"), view.workbench().highlighted().get());
    }

    @Test
    void aSumBreaksWhereItDoesNotFit(FxRobot robot) {
        view.open("first-steps");
        robot.interact(() -> view.workbench().choices().convention().set(Convention.KERAS));
        List<FormulaView> summands =
                robot.from(row(robot, 1)).lookup(".formula-view").queryAllAs(FormulaView.class).stream()
                        .toList();
        assertEquals("aₜ = kernel xₜ", summands.get(0).getAccessibleText());
        double right =
                row(robot, 1).localToScene(row(robot, 1).getLayoutBounds()).getMaxX();
        for (FormulaView summand : summands) {
            assertTrue(summand.localToScene(summand.getLayoutBounds()).getMaxX() <= right, summand.getAccessibleText());
        }
    }

    private static Set<Integer> lit(FxRobot robot, int line) {
        return robot.from(row(robot, line))
                .lookup(".formula-view")
                .queryAs(FormulaView.class)
                .litProperty()
                .get();
    }
}
