package unroll.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.core.model.Phase;
import unroll.debug.Stride;
import unroll.experiment.Experiment;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.plot.export.Exporter;
import unroll.plot.export.LengthUnit;
import unroll.plot.export.Proof;
import unroll.plot.export.TableProof;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.SharedStage;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Laboratory;
import unroll.ui.state.LiveTraining;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

@ExtendWith(ApplicationExtension.class)
class ExportControllerTest {
    @TempDir
    private Path folder;

    private final Jobs jobs = new Jobs();
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private ExportController controller;
    private Workbench workbench;
    private PaintedPane lanes;
    private boolean closed;

    @Start
    private void start(Stage stage) throws IOException {
        Messages messages = new Messages(Locale.ENGLISH);
        LiveTraining training = new LiveTraining(jobs, new RunStore(Path.of("none")));
        workbench = new Workbench(new Laboratory(messages, tracing, training));
        PaintedPane pane = new PaintedPane();
        pane.setMinSize(300, 200);
        pane.setId("curves");
        lanes = new PaintedPane();
        lanes.setMinSize(300, 20);
        Series curve = Series.curve("train", Doubles.of(1, 2, 3), Doubles.of(0.5, 0.25, 0.125), 0);
        pane.setPainter(new CurvesPainter(new CurveSet("iteration", "loss", List.of(curve)), CurveOptions.DEFAULT));
        Figures figures = new Figures();
        figures.offer("curves", pane, () -> true);
        figures.offer("stage", new PaintedPane(), () -> false);
        figures.offer("lanes", lanes, () -> lanes.getPainter() != null);
        figures.offerFilm("lanes", () -> cursor -> lanes.getPainter());
        FigureWriting writing = new FigureWriting(jobs, new FrameClock());
        FXMLLoader loader = new FXMLLoader(getClass().getResource("/fxml/export.fxml"), messages);
        loader.setControllerFactory(type -> controller(type, figures, writing, messages));
        Parent card = loader.load();
        controller = loader.getController();
        SharedStage.show(stage, new Scene(new VBox(pane, lanes, card)), 800, 800);
    }

    private Object controller(Class<?> type, Figures figures, FigureWriting writing, Messages messages) {
        if (type == SizeController.class) {
            return new SizeController(messages);
        } else if (type == FilmController.class) {
            return new FilmController(messages);
        } else if (type == LegendController.class) {
            return new LegendController(messages);
        }
        return new ExportController(figures, writing, workbench, messages);
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> controller.open(() -> closed = true));
    }

    @AfterEach
    void stop() {
        tracing.close();
        jobs.close();
    }

    private void write(FxRobot robot, Path file) {
        robot.interact(() -> controller.write(file));
    }

    private void awaitNotice() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> workbench.notice().get() != null);
    }

    @Test
    void everyFormatIsWrittenByTheFilesEnding(FxRobot robot) throws IOException, TimeoutException {
        for (String ending : List.of("png", "svg", "pdf", "csv")) {
            robot.interact(() -> workbench.notice().set(null));
            Path file = folder.resolve("curves." + ending);
            write(robot, file);
            awaitNotice();
            assertTrue(Files.size(file) > 0, ending);
            assertTrue(workbench.notice().get().text().contains(file.toString()));
        }
        assertTrue(closed);
        assertEquals(
                List.of("iteration,train", "1,0.5", "2,0.25", "3,0.125"),
                Files.readAllLines(folder.resolve("curves.csv")));
    }

    @Test
    void whatCantBeWrittenIsSaidBesideTheButtonAndTheCardStays(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("nowhere").resolve("curves.png");
        write(robot, file);
        Label message = robot.lookup("#message").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> message.getText().contains("there is no folder"));
        assertFalse(closed);
    }

    @Test
    void aSizeThatCantBeIsRefused(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#widthField").queryAs(TextField.class).setText("wide"));
        robot.clickOn("#saveButton");
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("whole numbers"));
    }

    @Test
    void theResolutionIsAskedForPixelsOnly(FxRobot robot) {
        assertTrue(robot.lookup("#dpiRow").query().isVisible());
        robot.clickOn("PDF");
        assertFalse(robot.lookup("#dpiRow").query().isVisible());
        assertTrue(robot.lookup("#sizeBox").query().isVisible());
        robot.clickOn("CSV");
        assertFalse(robot.lookup("#sizeBox").query().isVisible());
    }

    private Exporter proofed(FxRobot robot) {
        PaintedPane preview = robot.lookup("#exportPreview").queryAs(PaintedPane.class);
        return ((Proof) preview.getPainter()).exporter();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    @Test
    void thePreviewIsWhatWillBeWritten(FxRobot robot) {
        type(robot, "#widthField", "400");
        type(robot, "#heightField", "250");
        assertEquals(new Size(400, 250), proofed(robot).size());
        robot.interact(() -> choice(robot, "#coloursBox").setValue(Colours.PRINT));
        assertEquals(Palette.print(), proofed(robot).palette());
        robot.interact(() -> choice(robot, "#pointsBox").setValue(12));
        assertEquals(12, proofed(robot).lettering().points());
        type(robot, "#captionField", "Figure 3");
        assertEquals("Figure 3", proofed(robot).lettering().caption());
        robot.clickOn("#captionBox");
        assertEquals("", proofed(robot).lettering().caption());
        robot.clickOn("CSV");
        assertTrue(robot.lookup("#exportPreview").queryAs(PaintedPane.class).getPainter() instanceof TableProof);
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> choice(FxRobot robot, String box) {
        return robot.lookup(box).queryAs(ComboBox.class);
    }

    @Test
    void centimetresAreThoseOfPaper(FxRobot robot) {
        type(robot, "#widthField", "605");
        robot.interact(() -> choice(robot, "#unitBox").setValue(LengthUnit.CM));
        assertEquals(
                "16.0", robot.lookup("#widthField").queryAs(TextField.class).getText());
        type(robot, "#widthField", "8,5");
        assertEquals(321.26, proofed(robot).size().width(), 0.01);
        type(robot, "#widthField", "half");
        robot.clickOn("#saveButton");
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("such as 8.5"));
    }

    @Test
    void aCopyCanBePastedElsewhere(FxRobot robot) throws TimeoutException {
        robot.clickOn("#copyButton");
        Label message = robot.lookup("#message").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> message.getText().startsWith("Copied"));
        Image copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getImage());
        double width = Double.parseDouble(
                robot.lookup("#widthField").queryAs(TextField.class).getText());
        assertEquals(Math.rint(width * 300 / 96), copied.getWidth());
        robot.clickOn("TSV").clickOn("#copyButton");
        assertEquals(
                "iteration\ttrain\n1\t0.5\n2\t0.25\n3\t0.125\n",
                WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> Clipboard.getSystemClipboard().getString()));
    }

    private static Experiment firstSteps() {
        try {
            return ExperimentFile.builtIn("first-steps").experiment();
        } catch (ReadProblem missing) {
            throw new AssertionError(missing);
        }
    }

    private void film(FxRobot robot, Output output) throws TimeoutException {
        robot.interact(() -> workbench.open(firstSteps()));
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
                    workbench.pull(0);
                    return workbench.debugger().get() != null;
                }));
        robot.interact(() -> {
            lanes.setPainter(robot.lookup("#curves").queryAs(PaintedPane.class).getPainter());
            controller.open(() -> closed = true);
            choice(robot, "#figureBox").setValue("lanes");
        });
        robot.clickOn(output == Output.GIF ? "GIF" : "Frames");
    }

    @Test
    void theSteppingIsWrittenFromThePhaseAndTheStepsThatAreChosen(FxRobot robot) throws Exception {
        film(robot, Output.FRAMES);
        robot.interact(() -> {
            choice(robot, "#phaseBox").setValue(Phase.BACKWARD);
            choice(robot, "#strideBox").setValue(Stride.STEP);
        });
        type(robot, "#filmFrom", "2");
        type(robot, "#filmTo", "3");
        Path frames = folder.resolve("slides");
        write(robot, frames);
        awaitNotice();
        assertTrue(closed);
        try (Stream<Path> files = Files.list(frames)) {
            assertEquals(3, files.count(), "before the two steps, after the first, after the second");
        }
        type(robot, "#filmTo", "99");
        robot.clickOn("#saveButton");
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("from 1 to 6"));
    }

    @Test
    void aFilmTellsHowFarItIsAndCanBeCancelled(FxRobot robot) throws Exception {
        film(robot, Output.GIF);
        CountDownLatch painted = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        robot.interact(() -> lanes.setPainter((g, width, height, palette) -> {
            if (!Platform.isFxApplicationThread()) {
                painted.countDown();
                await(cancelled);
            }
        }));
        Path file = folder.resolve("film.gif");
        write(robot, file);
        await(painted);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup("#filmProgress").query().isVisible());
        robot.clickOn("#cancelButton");
        cancelled.countDown();
        Label message = robot.lookup("#message").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> message.getText().startsWith("Cancelled"));
        assertFalse(closed);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count(), "nothing half-written is left");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
