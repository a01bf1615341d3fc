package unroll.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.sheet.SheetPainter;
import unroll.ui.ViewOnStage;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Selection;

@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {
    private static final int ROW = 0;

    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "inspector", 330, 700);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private Trace trace() {
        return view.workbench().trace().get();
    }

    private Site site(String id) {
        return new Site(0, trace().network().cell().quantity(id));
    }

    private void select(String id, boolean gradient, int t, int unit) {
        ViewOnStage.inFx(() -> view.workbench().selection().set(new Selection(site(id), gradient, t, unit)));
    }

    private static PaintedPane pane(FxRobot robot) {
        return robot.lookup("#pane").queryAs(PaintedPane.class);
    }

    private static List<String> lines(FxRobot robot) {
        return pane(robot).getAccessibleText().lines().toList();
    }

    private List<Hit> links(FxRobot robot) {
        return ((SheetPainter) pane(robot).getPainter())
                .links(pane(robot).getWidth() / pane(robot).zoom());
    }

    private static String watch(FxRobot robot, String name) {
        return robot.lookup(".watch").queryAllAs(HBox.class).stream()
                .filter(line -> ((Label) line.getChildren().get(0)).getText().equals(name))
                .map(line -> ((Label) line.getChildren().get(2)).getText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumbersAreThoseOfTheTrace(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 4));
        select("h", false, 4, 1);
        String a = NumberFormat.format(trace().value(site("a"), 4, ROW, 1));
        String h = NumberFormat.format(trace().value(site("h"), 4, ROW, 1));
        List<String> lines = lines(robot);
        assertTrue(lines.containsAll(List.of("h₄ = tanh(a₄)", "= tanh(" + a + ")", "= " + h)), lines::toString);
        assertEquals(
                "unit 1, t = 4",
                robot.lookup("#subjectLabel").queryAs(Label.class).getText());
    }

    @Test
    void whatIsNotComputedYetSaysHowToComputeIt(FxRobot robot) {
        view.open("first-steps");
        select("h", true, 6, 1);
        assertTrue(lines(robot).contains("Not computed yet."));
        String later = NumberFormat.format(trace().gradient(site("h"), 6, ROW, 1));
        assertFalse(pane(robot).getAccessibleText().contains(later));
        Hit run = links(robot).get(0);
        robot.clickOn(pane(robot)
                .localToScreen(run.area().x() + 5, run.area().y() + run.area().height() / 2));
        assertTrue(lines(robot).contains("= " + later), () -> lines(robot).toString());
    }

    @Test
    void aTermLeadsToWhereItComesFromAndBack(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 4));
        select("a", false, 4, 1);
        Hit first = links(robot).get(0);
        robot.clickOn(pane(robot)
                .localToScreen(
                        first.area().x() + 5, first.area().y() + first.area().height() / 2));
        Selection followed = view.workbench().selection().get();
        assertFalse(followed.site().equals(site("a")));
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(
                new Selection(site("a"), false, 4, 1),
                view.workbench().selection().get());
        robot.type(KeyCode.DOWN, 1).type(KeyCode.ENTER);
        assertFalse(view.workbench().selection().get().site().equals(site("a")));
        robot.clickOn("#backButton");
        assertEquals(site("a"), view.workbench().selection().get().site());
        assertFalse(robot.lookup("#backButton").query().isVisible());
    }

    @Test
    void aPartialSumSaysSo(FxRobot robot) {
        view.open("first-steps", "model.cell", "lstm", "model.loss.at", "every");
        ViewOnStage.inFx(() -> view.workbench().runTo(18, 4));
        select("c", true, 3, 1);
        List<String> lines = lines(robot);
        assertTrue(lines.contains("1 of 2 increments added so far"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("so far = ")), lines::toString);
        assertTrue(lines.contains("still to come: line 16 at t = 3"), lines::toString);
    }

    @Test
    void watchesTellNoMoreThanIsKnown(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 3));
        assertEquals("not yet", watch(robot, "‖h‖ at t = 3"));
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 3));
        assertEquals(NumberFormat.format(trace().valueNorm(site("h"), 3, ROW)), watch(robot, "‖h‖ at t = 3"));
        assertEquals("not yet", watch(robot, "‖∂L/∂h‖ at t = 3"));
        assertTrue(watch(robot, "saturated units at t = 3").endsWith(" of 3"));
        ViewOnStage.inFx(() -> view.workbench().runTo(8, 3));
        assertEquals(NumberFormat.format(trace().gradientNorm(site("h"), 3, ROW)), watch(robot, "‖∂L/∂h‖ at t = 3"));
    }

    @Test
    void theSpectralRadiusIsThatOfTheGain(FxRobot robot) {
        view.open("vanishing");
        assertEquals("0.7", watch(robot, "spectral radius ρ(U)"));
        ViewOnStage.inFx(() -> view.workbench().edit("initialiser.gain", 1.2));
        ViewOnStage.waitUntil(view::isUpToDate);
        assertEquals("1.2", watch(robot, "spectral radius ρ(U)"));
    }

    @Test
    void aSelectionLivesOnInAShorterTrace(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(2, 6));
        select("h", false, 6, 2);
        ViewOnStage.inFx(() -> view.workbench().edit("task.length", 3));
        ViewOnStage.waitUntil(view::isUpToDate);
        assertEquals(3, view.workbench().selection().get().t());
        assertTrue(lines(robot).contains("h₃ = tanh(a₃)"), () -> lines(robot).toString());
        ViewOnStage.inFx(() -> view.workbench().edit("model.cell", "gru"));
        ViewOnStage.waitUntil(view::isUpToDate);
        assertFalse(lines(robot).isEmpty());
    }
}
