package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.MenuButton;
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
import unroll.debug.Position;
import unroll.experiment.CellKind;
import unroll.plot.Side;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Comparison;
import unroll.ui.state.Workbench;

/** A teacher sets a plain network beside an LSTM on the same data, with keys alone. */
@ExtendWith(ApplicationExtension.class)
class CompareWayTest {
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

    private Comparison comparison() {
        return window.wiring().comparison();
    }

    private Workbench b() {
        return comparison().side(Side.B);
    }

    /** The first entry of the first submenu is the cell that comes first after the open one's. */
    private void compareWithLstm(FxRobot robot) throws TimeoutException {
        window.openExperiment("vanishing");
        robot.type(KeyCode.C);
        assertTrue(robot.lookup("#compareMenu").queryAs(MenuButton.class).isShowing());
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        window.await(() -> comparison().isPaired());
    }

    private static void shifted(FxRobot robot, KeyCode modifier, KeyCode key) {
        robot.press(modifier).type(key).release(modifier);
    }

    @Test
    void theSecondNetworkIsSteppedWithTheFirst(FxRobot robot) throws TimeoutException {
        compareWithLstm(robot);
        assertEquals(CellKind.LSTM, b().experiment().get().model().cell());
        shifted(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        shifted(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        shifted(robot, KeyCode.SHIFT, KeyCode.LEFT);
        window.await(() -> {
            Position ofA = window.workbench().debugger().get().current().orElseThrow();
            Position ofB = b().debugger().get().current().orElseThrow();
            return ofA.phase() == Phase.BACKWARD && ofB.phase() == Phase.BACKWARD && ofA.t() == ofB.t();
        });
    }

    @Test
    void bothGradientsCanBeRead(FxRobot robot) throws TimeoutException {
        compareWithLstm(robot);
        shifted(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        shifted(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        robot.clickOn("#comparedFlowTab");
        PaintedPane flow = robot.lookup("#comparedFlowPane").queryAs(PaintedPane.class);
        window.await(() -> flow.getAccessibleText().contains("A: ‖∂L/∂h")
                && flow.getAccessibleText().contains("B: ‖∂L/∂h"));
        PaintedPane differences = robot.lookup("#comparedLanesPane").queryAs(PaintedPane.class);
        assertTrue(differences.getPainter() != null, "the differences are drawn as well");
    }

    @Test
    void eachSideHasItsSettings(FxRobot robot) throws TimeoutException {
        compareWithLstm(robot);
        robot.type(KeyCode.E);
        window.await(() -> comparison().edited().get() == Side.B);
        assertTrue(robot.lookup("Side B").tryQuery().isPresent(), "which side is edited is said");
        robot.type(KeyCode.X);
        window.await(() -> window.workbench().experiment().get().model().cell() == CellKind.LSTM);
        assertEquals(Side.A, comparison().edited().get());
    }

    @Test
    void theComparisonEndsAndTheStageComesBack(FxRobot robot) throws TimeoutException {
        compareWithLstm(robot);
        assertEquals(2, robot.lookup("#stagePane").queryAll().size());
        shifted(robot, KeyCode.SHIFT, KeyCode.C);
        window.await(() -> !comparison().open().get());
        assertEquals(1, robot.lookup("#stagePane").queryAll().size());
        assertFalse(robot.lookup("#compare").tryQuery().isPresent());
        assertEquals(CellKind.RNN, window.workbench().experiment().get().model().cell());
    }
}
