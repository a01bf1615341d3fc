package unroll.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
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
import unroll.core.cell.BiasMode;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.Initialiser;
import unroll.core.model.Truncation;
import unroll.core.optim.Clipping;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.RateSchedule;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.train.InitialState;
import unroll.core.train.Regime;
import unroll.experiment.Model;
import unroll.experiment.Wiring;
import unroll.ui.ViewOnStage;

/** The settings of weights and training, most of which are folded at first. */
@ExtendWith(ApplicationExtension.class)
class TrainingSettingsTest {
    @TempDir
    private static Path folder;

    private ViewOnStage view;

    @Start
    private void start(Stage stage) {
        view = new ViewOnStage(folder);
        view.show(stage, "experiment", 320, 1300);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private UpdateRule rule() {
        return view.workbench().experiment().get().training().rule();
    }

    private Common common() {
        return rule().optimizer().common();
    }

    private Initialiser initialiser() {
        return view.workbench().experiment().get().initialiser();
    }

    private static void type(FxRobot robot, String field, String text) {
        TextField control = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            control.requestFocus();
            control.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    private static void choose(FxRobot robot, String box, String id) {
        @SuppressWarnings("unchecked")
        ChoiceBox<String> choice = robot.lookup(box).queryAs(ChoiceBox.class);
        robot.interact(() -> choice.setValue(id));
    }

    private static boolean isShown(FxRobot robot, String row) {
        return robot.lookup(row).query().isVisible();
    }

    @Test
    void whatIsForExpertsIsFoldedAtFirst(FxRobot robot) {
        view.open("first-steps");
        assertFalse(isShown(robot, "#trainingFold"));
        robot.clickOn("#moreTraining");
        assertTrue(isShown(robot, "#trainingFold"));
        robot.clickOn("#moreTraining");
        assertFalse(isShown(robot, "#trainingFold"));
    }

    @Test
    void aGradientIsClippedByWhatIsChosen(FxRobot robot) {
        view.open("vanishing");
        robot.clickOn("#moreTraining");
        choose(robot, "#clippingChoice", "norm");
        type(robot, "#thresholdField", "0.25");
        assertEquals(new Clipping.GlobalNorm(Flavour.KERAS, 0.25), rule().clipping());
        choose(robot, "#clippingChoice", "value");
        assertEquals(new Clipping.Value(0.25), rule().clipping(), "the threshold stays");
        choose(robot, "#clippingChoice", "none");
        assertEquals(new Clipping.None(), rule().clipping());
        assertFalse(isShown(robot, "#thresholdRow"));
    }

    @Test
    void theRateFollowsAScheduleThatStaysWithAnotherOptimiser(FxRobot robot) {
        view.open("vanishing", "training.iterations", "400");
        robot.clickOn("#moreTraining");
        choose(robot, "#scheduleChoice", "step");
        assertEquals(new RateSchedule.Step(100, 0.5), common().schedule().course());
        choose(robot, "#scheduleChoice", "cosine");
        assertEquals(new RateSchedule.Cosine(400, 0), common().schedule().course());
        type(robot, "#warmUpField", "20");
        type(robot, "#lastField", "0.0005");
        RateSchedule expected = new RateSchedule(new RateSchedule.Cosine(400, 0.0005), 20);
        assertEquals(expected, common().schedule());
        assertFalse(isShown(robot, "#everyRow"));
        choose(robot, "#optimiserChoice", "adam");
        assertEquals(expected, common().schedule());
        type(robot, "#lastField", "7");
        assertEquals(expected, common().schedule(), "above the first rate");
        String wrong = robot.from(robot.lookup("#lastRow"))
                .lookup(".problem")
                .queryAs(Label.class)
                .getText();
        assertTrue(wrong.contains("must not be above the first"), wrong);
    }

    @Test
    void decayPenaltyMomentumAndLibraryAreSet(FxRobot robot) {
        view.open("vanishing");
        robot.clickOn("#moreTraining");
        type(robot, "#decayField", "0.01");
        type(robot, "#penaltyField", "0.002");
        assertEquals(0.01, common().weightDecay());
        assertEquals(0.002, common().l2());
        type(robot, "#momentumField", "0.9");
        robot.interact(
                () -> robot.lookup("#nesterovBox").queryAs(CheckBox.class).setSelected(true));
        assertTrue(assertInstanceOf(Sgd.class, rule().optimizer()).nesterov());
        choose(robot, "#flavourChoice", "torch");
        assertEquals(Flavour.TORCH, common().flavour());
        assertEquals(0.01, common().learningRate(), "the rate stays");
        robot.interact(
                () -> robot.lookup("#nesterovBox").queryAs(CheckBox.class).setSelected(true));
        assertFalse(robot.lookup("#nesterovBox").queryAs(CheckBox.class).isSelected(), "refused without momentum");
        choose(robot, "#optimiserChoice", "adam");
        assertFalse(isShown(robot, "#momentumRow"));
    }

    @Test
    void firstWeightsAreChosenMatrixByMatrix(FxRobot robot) {
        view.open("vanishing");
        choose(robot, "#presetChoice", "torch");
        assertEquals("torch, gain 0.7", initialiser().plain());
        choose(robot, "#recurrentChoice", "spectral-radius");
        type(robot, "#recurrentAmountField", "1.25");
        assertEquals("torch, U spectral radius 1.25, gain 0.7", initialiser().plain());
        choose(robot, "#recurrentChoice", "preset");
        assertFalse(isShown(robot, "#recurrentAmountRow"));
        robot.clickOn("#moreWeights");
        choose(robot, "#inputChoice", "he-normal");
        choose(robot, "#outputChoice", "normal");
        assertEquals("torch, W he-normal, V N(0, 0.1²), gain 0.7", initialiser().plain());
    }

    @Test
    void aForgetBiasIsOfferedWhereThereIsAForgetGate(FxRobot robot) {
        view.open("vanishing");
        assertFalse(isShown(robot, "#forgetRow"));
        choose(robot, "#cellChoice", "lstm");
        assertTrue(isShown(robot, "#forgetRow"));
        type(robot, "#forgetField", "3");
        assertEquals(OptionalDouble.of(3), initialiser().forgetBias());
    }

    @Test
    void lengthAndBatchOfTheTrainingAreSet(FxRobot robot) {
        view.open("sunspots");
        type(robot, "#trainingLengthField", "12");
        type(robot, "#batchField", "8");
        assertEquals(12, view.workbench().experiment().get().training().length());
        assertEquals(8, view.workbench().experiment().get().training().batchSize());
    }

    @Test
    void layersStandOnOneAnotherAndRunBothWays(FxRobot robot) {
        view.open("first-steps");
        type(robot, "#layersField", "2");
        robot.clickOn("#bidirectionalBox");
        robot.clickOn("#moreStructure");
        choose(robot, "#biasChoice", "double");
        choose(robot, "#headChoice", "skip_sigmoid");
        Model model = view.workbench().experiment().get().model();
        assertEquals(new Wiring(2, true, Head.SKIP_SIGMOID), model.wiring());
        assertEquals(BiasMode.DOUBLE, model.bias());
        choose(robot, "#headChoice", "usual");
        type(robot, "#layersField", "0");
        assertEquals(
                new Wiring(2, true, Head.LINEAR),
                view.workbench().experiment().get().model().wiring());
    }

    @Test
    void sequencesAreCutAndInputsDroppedUntilTheFieldIsEmptied(FxRobot robot) {
        view.open("first-steps");
        robot.clickOn("#moreRegime");
        type(robot, "#truncationField", "2");
        type(robot, "#inputDropoutField", "0.25");
        assertEquals(new Regime(new Truncation(2), new InitialState.Zero(), new Dropout(0.25, 0)), regime());
        type(robot, "#inputDropoutField", "1");
        assertEquals(new Dropout(0.25, 0), regime().dropout(), "all can't be dropped");
        type(robot, "#inputDropoutField", "");
        type(robot, "#truncationField", "");
        assertEquals(new Regime(Truncation.NONE, new InitialState.Zero(), Dropout.NONE), regime());
    }

    private Regime regime() {
        return view.workbench().experiment().get().training().regime();
    }
}
