package unroll.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.core.data.AddingCoding;
import unroll.core.data.AddingProblem;
import unroll.core.data.DelayedEcho;
import unroll.core.data.SequenceRule;
import unroll.core.model.LossSpec;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.experiment.Task;
import unroll.io.BuiltIn;
import unroll.ui.ViewOnStage;

@ExtendWith(ApplicationExtension.class)
class ExperimentViewTest {
    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "experiment", 320, 900);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private Trace trace() {
        ViewOnStage.waitUntil(view::isUpToDate);
        return view.workbench().trace().get();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.doubleClickOn(field);
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).selectAll());
        robot.write(text).type(KeyCode.ENTER);
    }

    private static String problem(FxRobot robot, String row) {
        return robot.from(robot.lookup(row))
                .lookup(".problem")
                .queryAs(Label.class)
                .getText();
    }

    private static void choose(FxRobot robot, String box, String id) {
        @SuppressWarnings("unchecked")
        ChoiceBox<String> choice = robot.lookup(box).queryAs(ChoiceBox.class);
        robot.interact(() -> choice.setValue(id));
    }

    private double firstGradient() {
        Trace trace = trace();
        return trace.gradientNorm(new Site(0, trace.network().cell().output()), 1);
    }

    @Test
    void aNumberTakesEffectAtOnce(FxRobot robot) {
        view.open("first-steps");
        type(robot, "#hiddenField", "5");
        assertEquals(5, trace().network().hiddenSize());
        type(robot, "#lengthField", "9");
        assertEquals(9, trace().steps());
        type(robot, "#rateField", "0.5");
        assertEquals(
                0.5,
                view.workbench()
                        .experiment()
                        .get()
                        .training()
                        .rule()
                        .optimizer()
                        .common()
                        .learningRate());
        double before = trace().loss();
        type(robot, "#seedField", "77");
        assertNotEquals(before, trace().loss());
    }

    @Test
    void aChoiceTakesEffectAtOnce(FxRobot robot) {
        view.open("first-steps");
        choose(robot, "#cellChoice", "lstm");
        assertEquals("lstm", trace().network().cell().id());
        assertFalse(robot.lookup("#activationRow").query().isVisible(), "only a plain cell has a choice");
        choose(robot, "#lossChoice", "every");
        assertEquals(LossSpec.At.EVERY, trace().network().loss().at());
        choose(robot, "#optimiserChoice", "adam");
        assertEquals(
                "adam",
                view.workbench()
                        .experiment()
                        .get()
                        .training()
                        .rule()
                        .optimizer()
                        .id());
    }

    @Test
    void theTraceFollowsTheSliderAndOneUndoTakesTheGestureBack(FxRobot robot) {
        view.open("vanishing");
        Slider slider = robot.lookup("#gainSlider").queryAs(Slider.class);
        assertEquals(0.7, slider.getValue());
        double faded = firstGradient();
        robot.interact(() -> List.of(0.9, 1.1, 1.304).forEach(slider::setValue));
        assertEquals("1.3", robot.lookup("#gainField").queryAs(TextField.class).getText());
        double grown = firstGradient();
        assertTrue(grown > 1e3 * faded, grown + " against " + faded);
        robot.interact(() -> view.workbench().undo());
        assertEquals("0.7", robot.lookup("#gainField").queryAs(TextField.class).getText());
        assertEquals(0.7, slider.getValue());
    }

    @Test
    void whatDoesNotFitIsSaidInPlaceAndTheLastGoodValueStays(FxRobot robot) {
        view.open("first-steps");
        type(robot, "#hiddenField", "-3");
        assertTrue(problem(robot, "#hiddenRow").contains("-3"), problem(robot, "#hiddenRow"));
        assertEquals(3, view.workbench().experiment().get().model().hidden());
        assertEquals("-3", robot.lookup("#hiddenField").queryAs(TextField.class).getText(), "to be mended");
        robot.type(KeyCode.TAB);
        assertEquals("3", robot.lookup("#hiddenField").queryAs(TextField.class).getText());
        assertFalse(problem(robot, "#hiddenRow").isEmpty(), "the reason stays in sight");
        type(robot, "#hiddenField", "two");
        assertEquals("“two” is not a number.", problem(robot, "#hiddenRow"));
        type(robot, "#hiddenField", "4");
        assertEquals("", problem(robot, "#hiddenRow"));
        assertEquals(4, trace().network().hiddenSize());
    }

    @Test
    void anotherSequenceIsShown(FxRobot robot) {
        view.open("sunspots");
        assertTrue(robot.lookup("#exampleRow").query().isVisible());
        double before = trace().loss();
        type(robot, "#exampleField", "12");
        ViewOnStage.waitUntil(() -> view.workbench().trace().get().loss() != before);
        assertEquals(11, view.workbench().probing().probe().get().example());
        type(robot, "#exampleField", "0");
        assertTrue(problem(robot, "#exampleRow").startsWith("There is no sequence 0"));
        assertEquals(11, view.workbench().probing().probe().get().example());
    }

    @Test
    void onlyWhatTheTaskAllowsIsOffered(FxRobot robot) {
        view.open("digits-rows");
        for (String row : List.of("#lengthRow", "#deviationRow")) {
            assertFalse(robot.lookup(row).query().isVisible(), row);
        }
        view.open("vanishing");
        for (String row : List.of("#lengthRow", "#deviationRow", "#lossRow", "#activationRow")) {
            assertTrue(robot.lookup(row).query().isVisible(), row);
        }
    }

    @Test
    void arrowKeysChangeANumberAtOnce(FxRobot robot) {
        view.open("vanishing");
        robot.doubleClickOn("#lengthField").type(KeyCode.UP, 2);
        assertEquals(52, trace().steps());
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertEquals(42, trace().steps());
        robot.doubleClickOn("#seedField").type(KeyCode.UP);
        trace();
        assertEquals(1, view.workbench().experiment().get().seed());
        robot.doubleClickOn("#deviationField").type(KeyCode.DOWN);
        trace();
        Task.RandomInputs task =
                (Task.RandomInputs) view.workbench().experiment().get().task();
        assertEquals(0.29, task.noise().deviation());
    }

    @Test
    void anyTaskCanHaveItsLossAtEveryStepOrAtTheLast(FxRobot robot) {
        for (String name : List.of("vanishing", "adding-50", "digits-rows", "reber", "sunspots")) {
            view.open(name);
            for (String place : List.of("last", "every")) {
                choose(robot, "#lossChoice", place);
                assertEquals(place.equals("every"), trace().network().loss().atEveryStep(), name);
                assertEquals("", problem(robot, "#lossRow"), name);
            }
        }
    }

    @Test
    void everyExperimentOpensWithTheFieldsOfItsTask(FxRobot robot) {
        for (String name : BuiltIn.experiments()) {
            view.open(name);
            Task task = view.workbench().experiment().get().task();
            boolean adding = task instanceof Task.Drawn drawn && drawn.task().rule() instanceof AddingProblem;
            boolean echo = task instanceof Task.Drawn drawn && drawn.task().rule() instanceof DelayedEcho;
            assertEquals(adding, isShown(robot, "#codingRow"), name);
            assertEquals(echo, isShown(robot, "#lagRow"), name);
            assertEquals(task instanceof Task.Images, isShown(robot, "#readingRow"), name);
            assertEquals(task instanceof Task.RandomInputs, isShown(robot, "#deviationRow"), name);
            boolean fixed = task instanceof Task.Images || task instanceof Task.Names;
            assertEquals(!fixed, isShown(robot, "#lengthRow"), name);
        }
    }

    private static boolean isShown(FxRobot robot, String row) {
        return robot.lookup(row).query().isVisible();
    }

    @Test
    void theFieldsOfATaskTakeEffectAtOnce(FxRobot robot) {
        view.open("delayed-echo");
        type(robot, "#lagField", "4");
        assertEquals(new DelayedEcho(30, 4), rule());
        type(robot, "#lagField", "30");
        assertTrue(problem(robot, "#lagRow").contains("the lag must be 1 … 29"), problem(robot, "#lagRow"));
        view.open("adding-50");
        choose(robot, "#codingChoice", "martens");
        assertEquals(new AddingProblem(AddingCoding.MARTENS, 50), rule());
        view.open("digits-rows");
        choose(robot, "#readingChoice", "pixels");
        assertEquals(64, trace().steps());
    }

    private SequenceRule rule() {
        ViewOnStage.waitUntil(view::isUpToDate);
        return ((Task.Drawn) view.workbench().experiment().get().task()).task().rule();
    }

    @Test
    void whatWasDoneAboutGapsIsSaid(FxRobot robot) {
        view.open("co2-gru");
        Label notes = robot.lookup("#notesLabel").queryAs(Label.class);
        assertTrue(notes.isVisible() && notes.getText().startsWith("59 of 2284 values"), notes.getText());
        view.open("weather-lstm");
        assertFalse(notes.isVisible());
    }
}
