package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.plot.Box;
import unroll.plot.panel.PanelFigure;
import unroll.plot.weights.Aspect;
import unroll.plot.weights.EntryTarget;
import unroll.plot.weights.WeightsPainter;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.ParameterEntry;

/** What a user does with the panels below the stage. */
@ExtendWith(ApplicationExtension.class)
class PanelsWayTest {
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

    private static ComboBox<Object> chooser(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    private void choose(FxRobot robot, String chooser, String id) {
        robot.interact(() -> {
            ComboBox<Object> box = chooser(robot, chooser);
            box.getItems().stream()
                    .filter(each -> each.toString().contains("id=" + id + ","))
                    .findFirst()
                    .ifPresent(box::setValue);
        });
    }

    private boolean isDrawn(FxRobot robot, String id) {
        return robot.lookup("#" + id + "Pane").tryQueryAs(PaintedPane.class).stream()
                .anyMatch(pane -> pane.getPainter() != null && pane.getWidth() > 100);
    }

    private List<String> shown() {
        return window.wiring().shell().layout().panels();
    }

    @Test
    void theFirstStartShowsTheFlowBesideTheCurves(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        assertEquals(List.of("gradient-flow", "curves"), shown());
        window.await(() -> isDrawn(robot, "gradient-flow"));
        assertTrue(robot.lookup("#curvesPane").query().isVisible());
    }

    @Test
    void aPanelIsChosenByMouseAndByKeys(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.clickOn("#leftChooser");
        robot.clickOn("Spectrum");
        assertEquals(List.of("spectrum", "curves"), shown());
        window.await(() -> isDrawn(robot, "spectrum"));
        robot.interact(() -> chooser(robot, "rightChooser").requestFocus());
        robot.press(KeyCode.UP).release(KeyCode.UP);
        assertEquals(List.of("spectrum", "loss-surface"), shown());
        window.await(() -> isDrawn(robot, "loss-surface"));
        assertTrue(isDrawn(robot, "spectrum"), "a choice on the right leaves the left as it is");
    }

    @ParameterizedTest
    @EnumSource(PanelFigure.class)
    void everyFigureIsDrawnAndToldInWords(PanelFigure figure, FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.interact(() -> window.workbench().run());
        choose(robot, "rightChooser", figure.id());
        window.await(() -> isDrawn(robot, figure.id()));
        PaintedPane pane = robot.lookup("#" + figure.id() + "Pane").query();
        window.await(() -> pane.getAccessibleText().contains(": "));
    }

    @Test
    void aWeightIsChosenByClickAndKeysAndChangedByTyping(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        choose(robot, "rightChooser", "weights");
        window.await(() -> isDrawn(robot, "weights"));
        PaintedPane pane = robot.lookup("#weightsPane").query();
        WeightsPainter painter = (WeightsPainter) pane.getPainter();
        EntryTarget corner = new EntryTarget("weight_hh_l0", Aspect.VALUE, 1, 1);
        Box cell = painter.place(corner, pane.getWidth(), pane.getHeight()).orElseThrow();
        Point2D middle = pane.localToScreen(cell.x() + cell.width() / 2, cell.y() + cell.height() / 2);
        robot.clickOn(middle);
        assertEquals(
                new ParameterEntry("weight_hh_l0", 4),
                window.workbench().choices().entry().get());
        robot.eraseText(24);
        robot.write("0.5").push(KeyCode.ENTER);
        window.await(() -> weight(4) == 0.5);
        robot.push(KeyCode.UP);
        window.await(() -> weight(4) == 0.51);
        robot.interact(pane::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertEquals(
                new ParameterEntry("weight_hh_l0", 5),
                window.workbench().choices().entry().get());
        robot.interact(() -> {
            window.workbench().undo();
            window.workbench().undo();
        });
        window.await(() -> weight(4) != 0.5 && weight(4) != 0.51);
    }

    private double weight(int index) {
        return window.workbench()
                .trace()
                .get()
                .parameters()
                .tensor("weight_hh_l0")
                .at(index);
    }

    @Test
    void aWideHeadKeepsWithinItsPlace(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.interact(() -> window.workbench().edit("model.layers", 2));
        choose(robot, "rightChooser", "phase");
        window.await(() -> isDrawn(robot, "phase"));
        Node pane = robot.lookup("#phasePane").query();
        double place = pane.getParent().getParent().getLayoutBounds().getWidth();
        assertEquals(place, pane.getLayoutBounds().getWidth(), 1, "the figure is as wide as its place");
    }

    @Test
    void choosingTheOtherPlacesPanelChangesTheTwo(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        choose(robot, "leftChooser", "curves");
        assertEquals(List.of("curves", "gradient-flow"), shown());
        window.await(() -> isDrawn(robot, "gradient-flow"));
    }

    @Test
    void withRoomForOneTheCurvesComeForwardWhenTrainingBegins(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.interact(() -> {
            Node panels = robot.lookup("#panels").query();
            panels.getScene().getWindow().setWidth(700);
        });
        window.await(() ->
                !robot.lookup("#rightChooser").tryQuery().map(Node::isVisible).orElse(false)
                        || robot.lookup("#panels").query().getLayoutBounds().getWidth() < 600);
        robot.interact(() -> window.workbench().train());
        assertEquals("curves", shown().get(0));
        robot.interact(() -> window.workbench().pause());
    }

    @Test
    void theChoiceComesBack(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        WindowLayout layout = window.wiring().shell().layout();
        WindowLayout other = new WindowLayout(layout.dividers(), layout.folded(), List.of("phase", "weights"));
        robot.interact(() -> window.wiring().shell().restore(other));
        assertEquals(other.panels(), shown());
        WindowLayout unknown = new WindowLayout(layout.dividers(), layout.folded(), List.of("nothing", "spectrum"));
        robot.interact(() -> window.wiring().shell().restore(unknown));
        assertEquals(List.of("phase", "spectrum"), shown());
    }

    @Test
    void onlyWhatAFigureAndANetworkHaveIsOffered(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        ToggleButton roads = robot.lookup("#roadsToggle").query();
        assertTrue(roads.isVisible());
        choose(robot, "leftChooser", "phase");
        assertFalse(roads.isVisible());
        ComboBox<Integer> first = robot.lookup("#firstBox").query();
        ComboBox<Integer> second = robot.lookup("#secondBox").query();
        assertTrue(first.isVisible());
        robot.interact(() -> first.setValue(2));
        assertEquals(1, second.getValue(), "units come in pairs");
        robot.interact(() -> second.setValue(-1));
        assertEquals(-1, first.getValue(), "and so do components");
        ComboBox<Integer> layer = robot.lookup("#layerBox").query();
        assertFalse(layer.isVisible());
        robot.interact(() -> window.workbench().edit("model.layers", 2));
        window.await(layer::isVisible);
    }
}
