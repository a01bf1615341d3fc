package unroll.ui.experiment;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.ui.experiment.SettingRows.Edit;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of how sequences are trained on: in pieces, from which states, with how much dropped. */
public final class RegimeController {
    private static final String INITIAL_STATE = "training.initialState";
    private static final String ZERO = "zero";
    private static final List<String> STATES = List.of(ZERO, "carried", "never_reset");

    /** Numbers from a file, which can be seen here but not typed. */
    private static final String GIVEN = "given";

    private final Workbench workbench;
    private final SettingRows rows;

    @FXML
    private ToggleButton moreToggle;

    @FXML
    private VBox more;

    @FXML
    private SettingRow truncationRow;

    @FXML
    private SettingRow initialStateRow;

    @FXML
    private SettingRow inputDropoutRow;

    @FXML
    private SettingRow layerDropoutRow;

    public RegimeController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        Fold.tie(moreToggle, more);
        rows.optionalNumber(truncationRow, "training.truncation");
        rows.choice(initialStateRow, STATES, RegimeController::initialState, id -> new Edit(INITIAL_STATE, id));
        rows.optionalNumber(inputDropoutRow, "training.dropout.inputs");
        rows.optionalNumber(layerDropoutRow, "training.dropout.layers");
        workbench.experiment().subscribe(this::show);
    }

    private static String initialState(ExperimentFile fields) {
        String state = fields.value(INITIAL_STATE).orElse(ZERO);
        return STATES.contains(state) ? state : GIVEN;
    }

    private void show(Experiment experiment) {
        if (experiment != null) {
            rows.show(experiment);
        }
    }
}
