package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.core.trace.UpdateTrace;
import unroll.debug.Position;
import unroll.experiment.Curve;
import unroll.experiment.Metric;
import unroll.plot.NumberFormat;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** What a user does to find where gradients vanish, where numbers explode, and what an update did; in the window alone. */
@ExtendWith(ApplicationExtension.class)
class DebuggerWayTest {
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

    private Workbench workbench() {
        return window.workbench();
    }

    private Trace trace() {
        return workbench().trace().get();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static List<String> inspector(FxRobot robot) {
        return robot.lookup(".inspector #pane")
                .queryAs(PaintedPane.class)
                .getAccessibleText()
                .lines()
                .toList();
    }

    /** The line of the listing that hands the gradient on to the step before. */
    private int lineThroughTime() {
        return workbench().debugger().get().program().schedule().listing().stream()
                .filter(line -> line.line().plain().startsWith("δhₜ₋₁"))
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void whereTheGradientOfVanishingFallsBelowABoundAndAtWhichGainItDoesNot(FxRobot robot) throws TimeoutException {
        window.openExperiment("vanishing");
        int line = lineThroughTime();
        robot.clickOn("#addBreakpoint");
        ComboBox<String> lines = robot.lookup("#lineBox").query();
        robot.interact(() -> lines.getSelectionModel().select(line));
        robot.clickOn("#conditionField").eraseText(40).write("|dh| < 1e-6");
        robot.clickOn("#saveButton");
        int[] below = IntStream.rangeClosed(1, 50)
                .filter(t -> trace().gradientNorm(state(), t, 0) < 1e-6)
                .toArray();
        assertTrue(below.length > 0);
        assertEquals("0 of " + below.length + " hits", text(robot, ".entries .hits"));
        robot.clickOn("#runButton");
        int first = Arrays.stream(below).max().orElseThrow();
        Position here = workbench().debugger().get().current().orElseThrow();
        assertEquals(line, here.line().number());
        assertEquals(first, here.t(), "the backward phase meets the latest step first");
        assertEquals("1 of " + below.length + " hits", text(robot, ".entries .hits"));
        assertEquals(
                "t = " + first,
                robot.lookup("#stepButton")
                        .queryAs(javafx.scene.control.Button.class)
                        .getText());
        why(robot, first);
        gainUntilItNoLongerHits(robot);
    }

    private Site state() {
        return new Site(0, trace().network().cell().output());
    }

    /** The inspector says which of the two shrinks the gradient: the slope or the matrix. */
    private void why(FxRobot robot, int t) {
        robot.interact(() -> workbench().selection().set(new Selection(state(), true, t, 0)));
        List<String> lines = inspector(robot);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("passes on")), lines::toString);
        List<String> watched = robot.lookup(".watches .watch .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertTrue(watched.stream().anyMatch(name -> name.contains("saturated units")), watched::toString);
        assertTrue(watched.stream().anyMatch(name -> name.contains("spectral radius")), watched::toString);
        int back = watched.indexOf("one step back: slopes × U");
        assertTrue(watched.get(back + 1).endsWith(" × 0.7"), watched.get(back + 1));
    }

    private void gainUntilItNoLongerHits(FxRobot robot) throws TimeoutException {
        robot.clickOn("Experiment");
        Slider gain = robot.lookup("#gainSlider").query();
        for (double value = 0.75; hits() > 0 && value < 2; value += 0.05) {
            double next = value;
            robot.interact(() -> gain.setValue(next));
            window.await(() -> !workbench().busy().get());
        }
        assertEquals("no hits", text(robot, ".entries .hits"));
        assertTrue(trace().gradientNorm(state(), 1, 0) >= 1e-6);
        robot.clickOn("#runButton");
        assertTrue(window.debugger(at -> at.next().isEmpty()), "nothing stops the run");
        robot.interact(() -> robot.lookup("#gradient-flowPane").query().requestFocus());
        assertTrue(
                copied(robot).contains(NumberFormat.exact(trace().gradientNorm(state(), 1, 0))), "the panel says so");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.await(() -> !workbench().busy().get());
        assertTrue(hits() > 0, "undo brings it back");
    }

    private int hits() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> workbench()
                        .stops()
                        .hits(workbench().debugger().get().breakpoints().get(0))
                        .length);
    }

    @Test
    void whereExplodingBecomesInfiniteAndTheUpdateThatCausedIt(FxRobot robot) throws TimeoutException {
        window.openExperiment("exploding");
        robot.type(KeyCode.T);
        window.await(() -> workbench().notice().get() != null);
        List<Hyperlink> links = List.copyOf(robot.lookup(".notice .hyperlink").queryAllAs(Hyperlink.class));
        assertEquals(2, links.size());
        robot.clickOn(links.get(0));
        window.await(() -> !workbench().busy().get());
        long broken = workbench().iterations().traced().orElseThrow();
        Selection selected = workbench().selection().get();
        assertFalse(Double.isFinite(
                trace().value(selected.site(), selected.t(), workbench().row(), selected.unit())));
        assertTrue(window.debugger(at -> at.current().orElseThrow().t() == selected.t()));
        assertTrue(text(robot, "#sourceLabel").contains("iteration " + broken), text(robot, "#sourceLabel"));
        robot.clickOn(links.get(1));
        window.await(() -> workbench().iterations().traced().equals(Optional.of(broken - 1)));
        assertTrue(window.debugger(at -> at.current().orElseThrow().phase() == Phase.UPDATE));
        assertEquals("UPDATE", text(robot, "#phaseLabel"));
        UpdateTrace update = workbench().iterations().update();
        assertEquals(update.weightsBefore().values(), trace().parameters().values());
        assertTrue(
                inspector(robot).stream().anyMatch(line -> line.startsWith("change")),
                () -> inspector(robot).toString());
    }

    @Test
    void backToIterationHundredAndThroughItsAdamUpdate(FxRobot robot) throws TimeoutException {
        window.openExperiment("sunspots");
        robot.interact(() -> workbench().edit("optimiser", "{\"kind\": \"adam\", \"flavour\": \"torch\"}"));
        window.await(() -> !workbench().busy().get());
        robot.type(KeyCode.T);
        window.await(() -> workbench().snapshot().get() != null
                && workbench().snapshot().get().progress().iteration() > 150);
        robot.type(KeyCode.T);
        window.await(() -> !workbench().busy().get());
        robot.clickOn("#iterationField").write("100").type(KeyCode.ENTER);
        window.await(() -> workbench().iterations().traced().equals(Optional.of(100L)));
        window.await(() -> !workbench().busy().get());
        Curve losses = workbench().snapshot().get().metrics().of(Metric.TRAIN_LOSS);
        assertEquals(losses.value(99), trace().loss(), 1e-14, "the very batch and weights of the curve's point");
        throughTheUpdate(robot);
        anotherRow(robot);
    }

    @Test
    void aClickOnACurveLeadsToItsIterationAndThroughTheClipping(FxRobot robot) throws TimeoutException {
        window.openExperiment("exploding");
        robot.interact(() -> workbench().edit("clipping", "{\"kind\": \"norm\", \"threshold\": 1}"));
        window.await(() -> !workbench().busy().get());
        robot.type(KeyCode.T);
        window.await(() -> workbench().snapshot().get() != null
                && workbench().snapshot().get().progress().iteration() > 20
                && !workbench().training().get());
        robot.clickOn("#curvesPane");
        window.await(() -> workbench().iterations().traced().isPresent());
        window.await(() -> !workbench().busy().get());
        UpdateTrace update = workbench().iterations().update();
        int start = workbench().debugger().get().program().start(Phase.UPDATE);
        int clipping = IntStream.range(0, update.lines().size())
                .filter(line -> update.lines().get(line).plain().startsWith("g ←"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> workbench().moveTo(start + clipping + 1));
        List<String> rows = inspector(robot);
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("g before")), rows::toString);
        assertTrue(
                rows.stream().anyMatch(row -> row.startsWith("all together") && row.endsWith("→ 1")), rows::toString);
    }

    private void throughTheUpdate(FxRobot robot) {
        for (int phase = 0; phase < 2; phase++) {
            robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        }
        UpdateTrace update = workbench().iterations().update();
        assertEquals(100, update.iteration());
        for (int line = 0; line < update.lines().size(); line++) {
            robot.type(KeyCode.RIGHT);
            List<String> rows = inspector(robot);
            assertTrue(rows.get(0).endsWith("in update k = 100"), rows::toString);
            assertTrue(rows.contains(update.lines().get(line).plain()), rows::toString);
        }
        assertTrue(window.debugger(at -> at.next().isEmpty()));
    }

    private void anotherRow(FxRobot robot) {
        assertEquals(32, trace().rows());
        robot.clickOn("#nextRow");
        assertEquals(1, workbench().row());
        assertEquals("2", robot.lookup("#rowField").queryAs(TextField.class).getText());
        robot.clickOn("#latestButton");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, workbench().iterations().shown().get());
    }

    private static String copied(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aLaneIsCopiedAsText(FxRobot robot) throws TimeoutException {
        window.openExperiment("first-steps");
        robot.clickOn("#outButton");
        robot.interact(() -> workbench().selection().set(new Selection(state(), false, 2, 1)));
        Node lanes = robot.lookup("#lanesPane").query();
        robot.interact(lanes::requestFocus);
        String copied = copied(robot);
        List<String> lines = copied.lines().toList();
        assertEquals(4, lines.size(), copied);
        assertEquals("lane\tunit\tt=0\tt=1\tt=2\tt=3\tt=4\tt=5\tt=6", lines.get(0));
        String[] cells = lines.get(2).split("\t");
        assertEquals("h", cells[0]);
        assertEquals(trace().value(state(), 2, 0, 1), Double.parseDouble(cells[4]));
    }
}
