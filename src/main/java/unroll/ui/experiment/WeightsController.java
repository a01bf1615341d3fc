package unroll.ui.experiment;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.ui.experiment.SettingRows.Edit;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of the first weights: a preset, and what is changed in it. */
public final class WeightsController {
    private static final String INITIALISER = "initialiser.";
    private static final String AS_IN_PRESET = "preset";
    private static final List<String> PRESETS = List.of("keras", "torch", "identity");
    private static final List<String> SHARED = List.of(
            AS_IN_PRESET,
            "glorot-uniform",
            "glorot-normal",
            "he-uniform",
            "he-normal",
            "lecun-uniform",
            "lecun-normal",
            "orthogonal",
            "normal",
            "uniform");
    private static final List<String> RECURRENT = List.of(
            AS_IN_PRESET,
            "orthogonal",
            "identity",
            "spectral-radius",
            "normal",
            "uniform",
            "glorot-uniform",
            "he-uniform",
            "lecun-uniform");

    /** The number that a distribution has, and what it starts with. */
    private record Amount(String field, double usual) {}

    private static final Map<String, Amount> AMOUNTS = Map.of(
            "normal", new Amount("deviation", 0.1),
            "uniform", new Amount("limit", 0.1),
            "spectral-radius", new Amount("radius", 0.9));

    private final Workbench workbench;
    private final SettingRows rows;

    @FXML
    private SettingRow presetRow;

    @FXML
    private SettingRow recurrentRow;

    @FXML
    private SettingRow recurrentAmountRow;

    @FXML
    private SettingRow forgetRow;

    @FXML
    private SettingRow updateRow;

    @FXML
    private ToggleButton moreToggle;

    @FXML
    private VBox more;

    @FXML
    private SettingRow inputRow;

    @FXML
    private SettingRow inputAmountRow;

    @FXML
    private SettingRow outputRow;

    @FXML
    private SettingRow outputAmountRow;

    public WeightsController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        Fold.tie(moreToggle, more);
        rows.choice(presetRow, PRESETS, INITIALISER + "preset");
        distribution(recurrentRow, recurrentAmountRow, RECURRENT, "recurrentWeight");
        distribution(inputRow, inputAmountRow, SHARED, "inputWeight");
        distribution(outputRow, outputAmountRow, SHARED, "outputWeight");
        rows.number(forgetRow, INITIALISER + "forgetBias");
        rows.optionalNumber(updateRow, INITIALISER + "updateBias");
        workbench.experiment().subscribe(this::show);
    }

    private void distribution(SettingRow kind, SettingRow amount, List<String> ids, String weight) {
        String path = INITIALISER + weight;
        rows.choice(kind, ids, fields -> kind(fields, path), id -> new Edit(path, json(id)));
        rows.number(
                amount,
                fields -> path + "."
                        + (AMOUNTS.containsKey(kind(fields, path))
                                ? AMOUNTS.get(kind(fields, path)).field()
                                : "kind"));
    }

    private static String kind(ExperimentFile fields, String path) {
        return fields.value(path + ".kind").orElse(AS_IN_PRESET);
    }

    /** A distribution as JSON; none leaves it to the preset. */
    private static String json(String id) {
        if (id.equals(AS_IN_PRESET)) {
            return "null";
        }
        Amount amount = AMOUNTS.get(id);
        return amount == null
                ? "{\"kind\": \"" + id + "\"}"
                : "{\"kind\": \"" + id + "\", \"" + amount.field() + "\": " + amount.usual() + "}";
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        rows.show(experiment);
        ExperimentFile fields = ExperimentFile.of(experiment);
        recurrentAmountRow.setShown(AMOUNTS.containsKey(kind(fields, INITIALISER + "recurrentWeight")));
        inputAmountRow.setShown(AMOUNTS.containsKey(kind(fields, INITIALISER + "inputWeight")));
        outputAmountRow.setShown(AMOUNTS.containsKey(kind(fields, INITIALISER + "outputWeight")));
        forgetRow.setShown(experiment.model().cell() == CellKind.LSTM);
        updateRow.setShown(
                experiment.model().cell() == CellKind.GRU || experiment.model().cell() == CellKind.GRU_BEFORE);
    }
}
