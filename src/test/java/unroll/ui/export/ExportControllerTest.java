package unroll.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import unroll.io.DataFiles;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
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
    private boolean closed;

    @Start
    private void start(Stage stage) throws IOException {
        Messages messages = new Messages(Locale.ENGLISH);
        LiveTraining training = new LiveTraining(jobs, new RunStore(Path.of("none")));
        workbench = new Workbench(new Laboratory(messages, tracing, training));
        PaintedPane pane = new PaintedPane();
        pane.setMinSize(300, 200);
        Series curve = Series.curve("train", Doubles.of(1, 2, 3), Doubles.of(0.5, 0.25, 0.125), 0);
        pane.setPainter(new CurvesPainter(new CurveSet("iteration", "loss", List.of(curve)), CurveOptions.DEFAULT));
        Figures figures = new Figures();
        figures.offer("curves", pane, () -> true);
        figures.offer("stage", new PaintedPane(), () -> false);
        FigureWriting writing = new FigureWriting(jobs, new FrameClock());
        FXMLLoader loader = new FXMLLoader(getClass().getResource("/fxml/export.fxml"), messages);
        loader.setControllerFactory(type -> new ExportController(figures, writing, workbench, messages));
        Parent card = loader.load();
        controller = loader.getController();
        SharedStage.show(stage, new Scene(new VBox(pane, card)), 800, 800);
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
}
