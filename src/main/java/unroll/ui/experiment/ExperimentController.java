package unroll.ui.experiment;

import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.ui.experiment.SettingRows.Edit;
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
    private final SettingRows rows;

    /** Whether the slider is being set from the experiment, so that it must not edit it. */
    private boolean showing;

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
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        rows.choice(cellRow, Arrays.stream(CellKind.values()).map(CellKind::id).toList(), "model.cell");
        rows.choice(activationRow, ACTIVATIONS, "model.activation");
        rows.choice(
                optimiserRow,
                OPTIMISERS,
                fields -> fields.value("optimiser.kind").orElseThrow(),
                this::optimiser);
        rows.number(hiddenRow, "model.hidden");
        rows.number(gainRow, GAIN);
        rows.number(seedRow, "seed");
        rows.number(rateRow, "optimiser.rate");
        gainSlider.valueProperty().subscribe((before, value) -> {
            if (!showing) {
                workbench.edit(GAIN, Math.round(value.doubleValue() * STEPS_PER_UNIT) / STEPS_PER_UNIT);
            }
        });
        workbench.experiment().subscribe(this::show);
    }

    /**
     * Another optimiser starts with its library's own numbers: those of the one before mean something else. Only how the
     * rate changes stays.
     */
    private Edit optimiser(String id) {
        ExperimentFile fields = ExperimentFile.of(workbench.experiment().get());
        String flavour = fields.value("optimiser.flavour").orElseThrow();
        String schedule = fields.value("optimiser.schedule").orElseThrow();
        return new Edit(
                "optimiser",
                "{\"kind\": \"" + id + "\", \"flavour\": \"" + flavour + "\", \"schedule\": " + schedule + "}");
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        nameLabel.setText(experiment.title().name());
        descriptionLabel.setText(
                experiment.title().description(messages.getLocale().getLanguage()));
        rows.show(experiment);
        showing = true;
        gainSlider.setValue(experiment.initialiser().recurrentGain());
        showing = false;
        activationRow.setShown(experiment.model().cell() == CellKind.RNN);
    }
}
