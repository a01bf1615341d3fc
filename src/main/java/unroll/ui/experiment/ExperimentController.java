package unroll.ui.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.io.ExperimentFile;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of the experiment: each takes effect at once, and the trace follows. */
public final class ExperimentController {
    private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sigmoid", "identity");
    private static final List<String> OPTIMISERS = List.of("sgd", "rmsprop", "adagrad", "adam", "adamw");
    private static final List<String> PLACES = List.of("last", "every");

    private final Workbench workbench;
    private final Messages messages;

    /** Whether the controls are being set from the experiment, so that they must not edit it. */
    private boolean showing;

    private SettingField hidden;
    private SettingField length;
    private SettingField deviation;
    private SettingField gain;
    private SettingField seed;
    private SettingField rate;
    private SettingField example;

    @FXML
    private Label nameLabel;

    @FXML
    private Label descriptionLabel;

    @FXML
    private ChoiceBox<String> cellChoice;

    @FXML
    private VBox activationRow;

    @FXML
    private ChoiceBox<String> activationChoice;

    @FXML
    private TextField hiddenField;

    @FXML
    private Label hiddenProblem;

    @FXML
    private VBox lengthRow;

    @FXML
    private TextField lengthField;

    @FXML
    private Label lengthProblem;

    @FXML
    private VBox deviationRow;

    @FXML
    private TextField deviationField;

    @FXML
    private Label deviationProblem;

    @FXML
    private Slider gainSlider;

    @FXML
    private TextField gainField;

    @FXML
    private Label gainProblem;

    @FXML
    private TextField seedField;

    @FXML
    private Label seedProblem;

    @FXML
    private ChoiceBox<String> optimiserChoice;

    @FXML
    private TextField rateField;

    @FXML
    private Label rateProblem;

    @FXML
    private VBox lossRow;

    @FXML
    private ChoiceBox<String> lossChoice;

    @FXML
    private VBox exampleRow;

    @FXML
    private TextField exampleField;

    @FXML
    private Label exampleProblem;

    @FXML
    private Label exampleLabel;

    public ExperimentController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        choice(cellChoice, Arrays.stream(CellKind.values()).map(CellKind::id).toList(), "model.cell");
        choice(activationChoice, ACTIVATIONS, "model.activation");
        choice(lossChoice, PLACES, "model.loss.at");
        choice(optimiserChoice, OPTIMISERS, "optimiser");
        hidden = number(hiddenField, hiddenProblem, "model.hidden");
        length = new SettingField(lengthField, lengthProblem, typed -> edit(lengthPath(), typed));
        deviation = number(deviationField, deviationProblem, "task.deviation");
        gain = number(gainField, gainProblem, "initialiser.gain");
        seed = number(seedField, seedProblem, "seed");
        rate = number(rateField, rateProblem, "optimiser.rate");
        example = new SettingField(exampleField, exampleProblem, this::showExample);
        gainSlider.valueProperty().subscribe((before, value) -> {
            if (!showing) {
                workbench.edit("initialiser.gain", Math.round(value.doubleValue() * 100) / 100.0);
            }
        });
        workbench.experiment().subscribe(this::show);
        workbench.setup().subscribe(this::showExamples);
    }

    private SettingField number(TextField field, Label problem, String path) {
        return new SettingField(field, problem, typed -> edit(path, typed));
    }

    private void choice(ChoiceBox<String> box, List<String> ids, String path) {
        box.getItems().setAll(ids);
        box.setConverter(new Names());
        box.valueProperty().subscribe((before, id) -> {
            if (!showing && id != null) {
                workbench.edit(path, path.equals("optimiser") ? optimiser(id) : id);
            }
        });
    }

    /** Another optimiser starts with its library's own numbers: those of the one before mean something else. */
    private String optimiser(String id) {
        String flavour = workbench
                .experiment()
                .get()
                .training()
                .rule()
                .optimizer()
                .common()
                .flavour()
                .id();
        return "{\"kind\": \"" + id + "\", \"flavour\": \"" + flavour + "\"}";
    }

    /** Tries an edit; what is wrong with it is said at the field and not as a notice. */
    private Optional<String> edit(String path, String typed) {
        if (!typed.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Optional.of(messages.text("experiment.notNumber", typed));
        }
        return workbench.tryEdit(path, typed);
    }

    private String lengthPath() {
        return workbench.experiment().get().task() instanceof Task.Series ? "task.window" : "task.length";
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        showing = true;
        nameLabel.setText(experiment.title().name());
        descriptionLabel.setText(experiment.title().description());
        ExperimentFile fields = ExperimentFile.of(experiment);
        choose(cellChoice, fields, "model.cell");
        choose(activationChoice, fields, "model.activation");
        choose(lossChoice, fields, "model.loss.at");
        choose(optimiserChoice, fields, "optimiser.kind");
        show(activationRow, experiment.model().cell() == CellKind.RNN);
        show(lossRow, experiment.task() instanceof Task.RandomInputs);
        type(hidden, fields, "model.hidden");
        length.show(String.valueOf(experiment.task().steps()));
        show(lengthRow, !(experiment.task() instanceof Task.Digits));
        type(deviation, fields, "task.deviation");
        show(deviationRow, experiment.task() instanceof Task.RandomInputs);
        gain.show(NumberFormat.exact(experiment.initialiser().recurrentGain()));
        gainSlider.setValue(experiment.initialiser().recurrentGain());
        type(seed, fields, "seed");
        type(rate, fields, "optimiser.rate");
        showing = false;
    }

    private static void choose(ChoiceBox<String> box, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(box::setValue);
    }

    private static void type(SettingField field, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(field::show);
    }

    private void showExamples(Setup setup) {
        boolean several = setup != null && setup.sequences(Setup.Part.TRAIN) > 1;
        show(exampleRow, several);
        if (several) {
            int index = workbench.example();
            example.show(String.valueOf(index + 1));
            exampleLabel.setText(messages.text(
                    "experiment.ofExamples",
                    NumberFormat.count(setup.sequences(Setup.Part.TRAIN)),
                    setup.label(Setup.Part.TRAIN, index)));
        }
    }

    private Optional<String> showExample(String typed) {
        int most = workbench.setup().get().sequences(Setup.Part.TRAIN);
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            return Optional.of(messages.text("experiment.noExample", typed, NumberFormat.count(most)));
        }
        workbench.showExample(Integer.parseInt(typed) - 1);
        return Optional.empty();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** The names of choices on the screen. */
    private final class Names extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null ? "" : messages.text("experiment.choice." + id);
        }

        @Override
        public String fromString(String name) {
            throw new IllegalStateException("choices are not typed: " + name);
        }
    }
}
