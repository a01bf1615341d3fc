package unroll.ui.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.util.StringConverter;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of the experiment: each takes effect at once, and the trace follows. */
public final class ExperimentController {
    private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sigmoid", "identity");
    private static final List<String> OPTIMISERS = List.of("sgd", "rmsprop", "adagrad", "adam", "adamw");
    private static final String GAIN = "initialiser.gain";

    /** The slider goes in steps of 1 / this. */
    private static final double STEPS_PER_UNIT = 100;

    private final Workbench workbench;
    private final Messages messages;

    /** Whether the controls are being set from the experiment, so that they must not edit it. */
    private boolean showing;

    private SettingField hidden;
    private SettingField gain;
    private SettingField seed;
    private SettingField rate;

    @FXML
    private Label nameLabel;

    @FXML
    private Label descriptionLabel;

    @FXML
    private SettingRow cellRow;

    @FXML
    private SettingRow activationRow;

    @FXML
    private SettingRow hiddenRow;

    @FXML
    private SettingRow gainRow;

    @FXML
    private Slider gainSlider;

    @FXML
    private SettingRow seedRow;

    @FXML
    private SettingRow optimiserRow;

    @FXML
    private SettingRow rateRow;

    public ExperimentController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        choice(cellRow, Arrays.stream(CellKind.values()).map(CellKind::id).toList(), "model.cell");
        choice(activationRow, ACTIVATIONS, "model.activation");
        choice(optimiserRow, OPTIMISERS, "optimiser");
        hidden = number(hiddenRow, "model.hidden");
        gain = number(gainRow, GAIN);
        seed = number(seedRow, "seed");
        rate = number(rateRow, "optimiser.rate");
        gainSlider.valueProperty().subscribe((before, value) -> {
            if (!showing) {
                workbench.edit(GAIN, Math.round(value.doubleValue() * STEPS_PER_UNIT) / STEPS_PER_UNIT);
            }
        });
        workbench.experiment().subscribe(this::show);
    }

    private SettingField number(SettingRow row, String path) {
        return new SettingField(row, typed -> edit(path, typed));
    }

    private void choice(SettingRow row, List<String> ids, String path) {
        ChoiceBox<String> box = box(row);
        box.getItems().setAll(ids);
        box.setConverter(new Names());
        box.valueProperty().subscribe((before, id) -> {
            if (!showing && id != null) {
                Optional<String> wrong = tryEdit(path, path.equals("optimiser") ? optimiser(id) : id);
                if (wrong.isPresent()) {
                    show(workbench.experiment().get());
                }
                row.say(wrong);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<String> box(SettingRow row) {
        return (ChoiceBox<String>) row.getControl();
    }

    /**
     * Another optimiser starts with its library's own numbers: those of the one before mean something else. Only how the
     * rate changes stays.
     */
    private String optimiser(String id) {
        ExperimentFile fields = ExperimentFile.of(workbench.experiment().get());
        String flavour = fields.value("optimiser.flavour").orElseThrow();
        String schedule = fields.value("optimiser.schedule").orElseThrow();
        return "{\"kind\": \"" + id + "\", \"flavour\": \"" + flavour + "\", \"schedule\": " + schedule + "}";
    }

    /** Tries an edit; what is wrong with it is said at the field and not as a notice. */
    private Optional<String> edit(String path, String typed) {
        if (!typed.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Optional.of(messages.text("experiment.notNumber", typed));
        }
        return tryEdit(path, typed);
    }

    private Optional<String> tryEdit(String path, String value) {
        return workbench.tryEdit(path, value).map(ReadProblem::expectation);
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        showing = true;
        nameLabel.setText(experiment.title().name());
        descriptionLabel.setText(experiment.title().description());
        ExperimentFile fields = ExperimentFile.of(experiment);
        choose(cellRow, fields, "model.cell");
        choose(activationRow, fields, "model.activation");
        choose(optimiserRow, fields, "optimiser.kind");
        type(hidden, fields, "model.hidden");
        type(seed, fields, "seed");
        type(rate, fields, "optimiser.rate");
        gain.show(NumberFormat.exact(experiment.initialiser().recurrentGain()));
        gainSlider.setValue(experiment.initialiser().recurrentGain());
        activationRow.setShown(experiment.model().cell() == CellKind.RNN);
        showing = false;
    }

    private static void choose(SettingRow row, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(box(row)::setValue);
        row.say(Optional.empty());
    }

    private static void type(SettingField field, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(field::show);
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
