package unroll.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
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
import unroll.debug.Convention;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.sheet.History;
import unroll.plot.sheet.SheetPainter;
import unroll.ui.ViewOnStage;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.ParameterEntry;
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

    private static HBox entry(FxRobot robot, int index) {
        return (HBox)
                robot.lookup("#chosenBox").queryAs(VBox.class).getChildren().get(index);
    }

    private static String value(FxRobot robot, int index) {
        return ((Label) entry(robot, index).getChildren().get(2)).getText();
    }

    @Test
    void aTypedWatchFollowsTheCursorAndIsRemoved(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn("#watchField").write("|dh|").type(KeyCode.ENTER);
        robot.write("h[1]").type(KeyCode.ENTER);
        robot.write("h").type(KeyCode.ENTER);
        assertEquals(3, view.workbench().choices().watches().size());
        assertEquals("not yet", value(robot, 0));
        ViewOnStage.inFx(() -> view.workbench().runTo(9, 3));
        assertEquals(NumberFormat.format(trace().gradientNorm(site("h"), 3, ROW)), value(robot, 0));
        assertEquals(NumberFormat.format(trace().value(site("h"), 3, ROW, 1)), value(robot, 1));
        assertEquals("3 units", value(robot, 2));
        PaintedPane history = (PaintedPane) entry(robot, 0).getChildren().get(1);
        assertEquals(4, ((History) history.getPainter()).points().size(), "known from step 3 to 6");
        robot.clickOn(entry(robot, 0).getChildren().get(3));
        assertEquals(2, view.workbench().choices().watches().size());
    }

    @Test
    void aWatchThatCantBeReadIsSaid(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn("#watchField").write("|zz|").type(KeyCode.ENTER);
        assertTrue(view.workbench().choices().watches().isEmpty());
        Label problem = robot.lookup("#watchProblem").query();
        assertTrue(problem.getText().contains("no zz"), problem.getText());
    }

    @Test
    void aWatchOfAnotherCellSaysThatItIsNotHere(FxRobot robot) {
        view.open("first-steps", "model.cell", "lstm");
        robot.clickOn("#watchField").write("|c|").type(KeyCode.ENTER);
        ViewOnStage.inFx(() -> view.workbench().edit("model.cell", "rnn"));
        ViewOnStage.waitUntil(() -> view.isUpToDate());
        assertEquals("not here", value(robot, 0));
    }

    @Test
    void aNudgeShowsTheSlopeBesideTheGradient(FxRobot robot) {
        view.open("first-steps");
        Site input = new Site(0, Quantity.INPUT);
        ViewOnStage.inFx(() -> view.workbench().selection().set(new Selection(input, false, 2, 0)));
        assertFalse(robot.lookup("#nudgeButton").query().isVisible(), "inputs are given");
        select("h", false, 2, 1);
        robot.clickOn("#nudgeButton");
        String gradient = NumberFormat.format(trace().gradient(site("h"), 2, ROW, 1));
        assertTrue(
                lines(robot).stream().anyMatch(line -> line.endsWith(" " + gradient)), () -> lines(robot) + gradient);
        assertTrue(lines(robot).stream().anyMatch(line -> line.startsWith("slope of")));
        select("h", false, 3, 1);
        assertTrue(lines(robot).stream().noneMatch(line -> line.startsWith("slope of")), "another number");
    }

    @Test
    void theUpdateIsExplainedForAChosenNumber(FxRobot robot) {
        view.open("sunspots");
        ViewOnStage.inFx(() -> view.workbench()
                .moveTo(view.workbench().debugger().get().program().size()));
        assertTrue(lines(robot).get(0).endsWith("in update k = 1"), lines(robot).get(0));
        robot.interact(
                () -> robot.lookup("#parameterBox").<ComboBox<String>>query().setValue("weight_hh_l0"));
        robot.interact(() -> robot.lookup("#rowField").queryAs(TextField.class).setText("2"));
        robot.clickOn("#columnField").type(KeyCode.END).eraseText(1).write("3").type(KeyCode.ENTER);
        assertEquals(
                new ParameterEntry("weight_hh_l0", 23),
                view.workbench().choices().entry().get());
        assertTrue(
                lines(robot).get(0).startsWith("weight_hh_l0[2, 3]"),
                lines(robot).get(0));
        double after = view.workbench()
                .iterations()
                .update()
                .updatedWeights()
                .at(trace().parameters().layout().entry("weight_hh_l0").offset() + 23);
        assertTrue(
                lines(robot).contains("= " + NumberFormat.format(after)),
                () -> lines(robot).toString());
        robot.clickOn("#nudgeButton");
        assertTrue(lines(robot).stream().anyMatch(line -> line.startsWith("slope of")));
    }

    @Test
    void linesAreWrittenInOtherNames(FxRobot robot) {
        view.open("first-steps");
        ViewOnStage.inFx(() -> view.workbench().runTo(1, 2));
        select("a", false, 2, 0);
        assertTrue(
                lines(robot).stream().anyMatch(line -> line.contains("U h")),
                () -> lines(robot).toString());
        ViewOnStage.inFx(() -> view.workbench().choices().convention().set(Convention.PYTORCH));
        assertTrue(
                lines(robot).stream().anyMatch(line -> line.contains("W_hh h")),
                () -> lines(robot).toString());
    }
}
