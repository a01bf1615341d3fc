package unroll.ui.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.check.NumberCheck;
import unroll.check.ReferenceCase;
import unroll.check.Verdict;
import unroll.io.BuiltIn;
import unroll.io.TextFile;
import unroll.run.Jobs;
import unroll.ui.SharedStage;
import unroll.ui.ViewOnStage;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Messages;

@ExtendWith(ApplicationExtension.class)
class CheckControllerTest {
    private static final String CASE = "cells/rnn_tanh_1-1-1-1-1_mse_last.json";

    private final Jobs jobs = new Jobs();
    private final CountDownLatch held = new CountDownLatch(1);
    private List<NumberCheck> checks = List.of();
    private CheckController controller;
    private Parent card;
    private StackPane layer;
    private boolean closed;

    @Start
    private void start(Stage stage) throws IOException {
        Messages messages = new Messages(Locale.ENGLISH);
        FXMLLoader loader = new FXMLLoader(getClass().getResource("/fxml/check.fxml"), messages);
        loader.setControllerFactory(type -> new CheckController(jobs, new FrameClock(), messages, () -> checks));
        card = loader.load();
        controller = loader.getController();
        layer = new StackPane(card);
        SharedStage.show(stage, new Scene(layer), 900, 700);
    }

    @AfterEach
    void stop() {
        held.countDown();
        jobs.close();
    }

    private static NumberCheck good() {
        return new ReferenceCase("good", () -> BuiltIn.reference(CASE));
    }

    private static NumberCheck spoilt() {
        return new ReferenceCase("spoilt", () -> new TextFile("spoilt.json", "{"));
    }

    /** Waits until the test lets it go on. */
    private NumberCheck slow() {
        return new ReferenceCase("slow", () -> {
            try {
                assertTrue(held.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return BuiltIn.reference(CASE);
        });
    }

    private void open(NumberCheck... wanted) {
        checks = List.of(wanted);
        ViewOnStage.inFx(() -> controller.open(() -> closed = true));
    }

    private static String result(FxRobot robot) {
        return robot.lookup("#checkResult").queryAs(Label.class).getText();
    }

    private static Button close(FxRobot robot) {
        return robot.lookup("#checkClose").queryButton();
    }

    private static List<Verdict> verdicts(FxRobot robot) {
        @SuppressWarnings("unchecked")
        TableView<Verdict> table = robot.lookup("#checkTable").queryAs(TableView.class);
        return new ArrayList<>(table.getItems());
    }

    @Test
    void allThatPassIsSaidInASentence(FxRobot robot) {
        open(good(), good());
        ViewOnStage.waitUntil(() -> result(robot).startsWith("All 2 checks passed"));
        assertEquals(2, verdicts(robot).size());
        assertEquals(
                1, robot.lookup("#checkProgress").queryAs(ProgressBar.class).getProgress());
        assertEquals("Close", close(robot).getText());
        robot.clickOn("#checkClose");
        assertTrue(closed);
    }

    @Test
    void aFailureIsCountedAndSaysWhy(FxRobot robot) {
        open(good(), spoilt());
        ViewOnStage.waitUntil(() -> result(robot).startsWith("1 of 2 checks failed"));
        assertTrue(verdicts(robot).get(1).problem().contains("breaks off"));
        robot.clickOn("#checkAgain");
        ViewOnStage.waitUntil(() -> verdicts(robot).size() == 2 && result(robot).startsWith("1 of 2"));
    }

    @Test
    void whatIsDoneIsSeenAtOnceAndTheRestCanBeCancelled(FxRobot robot) {
        open(good(), slow(), good());
        ViewOnStage.waitUntil(() -> verdicts(robot).size() == 1);
        assertEquals("Checking: 1 of 3 done.", result(robot));
        assertEquals("Cancel", close(robot).getText());
        assertTrue(robot.lookup("#checkAgain").queryButton().isDisabled());
        robot.clickOn("#checkClose");
        held.countDown();
        ViewOnStage.waitUntil(() -> result(robot).startsWith("Cancelled after 2 of 3"));
        assertFalse(closed, "the card stays to show what was done");
        assertEquals(2, verdicts(robot).size());
    }

    @Test
    void leavingTheCardCancels(FxRobot robot) {
        open(good(), slow(), good(), good());
        ViewOnStage.waitUntil(() -> verdicts(robot).size() == 1);
        ViewOnStage.inFx(() -> layer.getChildren().clear());
        held.countDown();
        ViewOnStage.inFx(() -> layer.getChildren().setAll(card));
        ViewOnStage.waitUntil(() -> result(robot).startsWith("Cancelled after 2 of 4"));
    }
}
