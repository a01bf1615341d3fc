package unroll.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Point2D;
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
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Site;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.circuit.CircuitPainter;
import unroll.plot.lanes.QuantityTarget;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.ViewOnStage;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Selection;

@ExtendWith(ApplicationExtension.class)
class OpenedCellTest {
    private static final String EXPERIMENT = "first-steps";

    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "stage", 900, 520);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private static PaintedPane pane(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(PaintedPane.class);
    }

    private static boolean isOpen(FxRobot robot) {
        boolean circuit = robot.lookup("#circuitPane").query().getParent().isVisible();
        assertEquals(!circuit, robot.lookup("#stagePane").query().isVisible(), "one of the two");
        return circuit;
    }

    private static String step(FxRobot robot) {
        return robot.lookup("#circuitStep").queryAs(Label.class).getText();
    }

    /** Opens the cell of the current line with the keyboard. */
    private void openWithEnter(FxRobot robot) {
        ViewOnStage.inFx(() -> pane(robot, "#stagePane").requestFocus());
        robot.type(KeyCode.ENTER);
        assertTrue(isOpen(robot));
    }

    /** A point at which a painter shows what is looked for. */
    private static Point2D pointOf(PaintedPane pane, Hit.Target target) {
        for (int y = 0; y < pane.getHeight(); y += 3) {
            for (int x = 0; x < pane.getWidth(); x += 3) {
                if (pane.hitAt(x, y).filter(hit -> hit.target().equals(target)).isPresent()) {
                    return pane.localToScreen(x, y);
                }
            }
        }
        throw new AssertionError("nowhere: " + target);
    }

    private Site h() {
        return new Site(0, view.workbench().trace().get().network().cell().output());
    }

    @Test
    void enterOpensTheCurrentColumnAndEscClosesIt(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        ViewOnStage.inFx(() -> view.workbench().runTo(3, 4));
        openWithEnter(robot);
        assertEquals("t = 4", step(robot));
        assertInstanceOf(CircuitPainter.class, pane(robot, "#circuitPane").getPainter());
        assertTrue(pane(robot, "#circuitPane").isFocused(), "the keys go to the cell");
        robot.type(KeyCode.ESCAPE);
        assertFalse(isOpen(robot));
        assertTrue(pane(robot, "#stagePane").isFocused(), "the keys go back to the stage");
    }

    @Test
    void aDoubleClickOpensTheColumnThatItHits(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "gru");
        PaintedPane stage = pane(robot, "#stagePane");
        robot.doubleClickOn(pointOf(stage, new UnitTarget(h(), false, 3, 0)));
        assertTrue(isOpen(robot));
        assertEquals("t = 3", step(robot));
    }

    @Test
    void theButtonOpensTheColumnOfTheSelectedNumber(FxRobot robot) {
        view.open(EXPERIMENT);
        ViewOnStage.inFx(() -> view.workbench().selection().set(new Selection(h(), false, 2, 0)));
        robot.clickOn("#openCell");
        assertEquals("t = 2", step(robot));
        robot.clickOn("#circuitBack");
        assertFalse(isOpen(robot));
    }

    @Test
    void steppingGoesOnWhileItIsOpen(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        ViewOnStage.inFx(() -> view.workbench().runTo(8, 2));
        openWithEnter(robot);
        Painter before = pane(robot, "#circuitPane").getPainter();
        ViewOnStage.inFx(view.workbench()::into);
        assertNotSame(before, pane(robot, "#circuitPane").getPainter());
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 3));
        assertEquals("t = 3", step(robot), "it follows the cursor");
    }

    @Test
    void pageKeysLookAtTheStepsBesideAndTheCursorStays(FxRobot robot) {
        view.open(EXPERIMENT);
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 2));
        int cursor = view.workbench().debugger().get().cursor();
        openWithEnter(robot);
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals("t = 3", step(robot));
        robot.type(KeyCode.PAGE_UP, 2);
        assertEquals("t = 1", step(robot));
        assertTrue(robot.lookup("#circuitEarlier").query().isDisabled(), "there is no step 0");
        robot.type(KeyCode.PAGE_UP);
        assertEquals("t = 1", step(robot));
        assertEquals(cursor, view.workbench().debugger().get().cursor());
        robot.clickOn("#circuitLater");
        assertEquals("t = 2", step(robot));
    }

    @Test
    void pointingAtASymbolBringsItOutEverywhere(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        openWithEnter(robot);
        robot.moveTo(pointOf(pane(robot, "#circuitPane"), new QuantityTarget(Set.of("f"))));
        ViewOnStage.waitUntil(() -> view.workbench().highlighted().get().equals(Set.of("f")));
        robot.type(KeyCode.ESCAPE);
        assertFalse(isOpen(robot), "the tip beside the mouse does not take the key");
    }

    @Test
    void aClickSelectsANumberAndSaysIt(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 1));
        openWithEnter(robot);
        Site i = new Site(0, view.workbench().trace().get().network().cell().quantity("i"));
        robot.clickOn(pointOf(pane(robot, "#circuitPane"), new UnitTarget(i, false, 1, 0)));
        assertEquals(new Selection(i, false, 1, 0), view.workbench().selection().get());
        assertTrue(pane(robot, "#circuitPane").getAccessibleText().startsWith("i₁[0] = "));
    }

    @Test
    void withSeveralLayersOneIsChosen(FxRobot robot) {
        view.open(EXPERIMENT, "model.layers", "2", "model.bidirectional", "true");
        openWithEnter(robot);
        ComboBox<Chain> chains = chains(robot);
        assertTrue(chains.isVisible());
        assertEquals(4, chains.getItems().size());
        Chain reverse = new Chain(1, Direction.REVERSE);
        ViewOnStage.inFx(() -> chains.setValue(reverse));
        assertEquals(reverse, chains.getValue());
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 2));
        assertEquals(0, chains.getValue().layer(), "it follows the cursor");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Chain> chains(FxRobot robot) {
        return robot.lookup("#circuitChain").queryAs(ComboBox.class);
    }

    @Test
    void anEditedNetworkIsShownAtOnce(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm", "model.layers", "2");
        openWithEnter(robot);
        ViewOnStage.inFx(() -> chains(robot).setValue(new Chain(1, Direction.FORWARD)));
        ViewOnStage.inFx(() -> view.workbench().edit("model.layers", 1));
        ViewOnStage.waitUntil(view::isUpToDate);
        assertTrue(isOpen(robot));
        assertEquals(new Chain(0, Direction.FORWARD), chains(robot).getValue());
        assertFalse(chains(robot).isVisible(), "there is nothing to choose");
    }

    @Test
    void anotherExperimentShowsItsOwnCell(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 5));
        openWithEnter(robot);
        view.open(EXPERIMENT, "task.length", "3");
        assertTrue(isOpen(robot));
        assertEquals("t = 1", step(robot), "where the new program begins");
        assertInstanceOf(CircuitPainter.class, pane(robot, "#circuitPane").getPainter());
    }

    @Test
    void newNumbersOfTheSameProgramLeaveTheLookedAtStep(FxRobot robot) {
        view.open(EXPERIMENT, "model.cell", "lstm");
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 2));
        openWithEnter(robot);
        robot.type(KeyCode.PAGE_DOWN, 2);
        ViewOnStage.inFx(() -> view.workbench().edit("initialiser.gain", 1.2));
        ViewOnStage.waitUntil(view::isUpToDate);
        assertEquals("t = 4", step(robot));
    }
}
