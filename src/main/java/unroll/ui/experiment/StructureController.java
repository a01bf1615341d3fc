package unroll.ui.experiment;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import unroll.experiment.Experiment;
import unroll.ui.experiment.SettingRows.Edit;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of how layers are put together: how many, which ways, and what reads the last one. */
public final class StructureController {
    private static final String HEAD = "model.output";
    private static final String AS_THE_LOSS_NEEDS = "usual";
    private static final List<String> HEADS =
            List.of(AS_THE_LOSS_NEEDS, "linear", "sigmoid", "skip_sigmoid", "log_softmax");
    private static final List<String> BIASES = List.of("single", "double", "per_row", "none");

    private final Workbench workbench;
    private final SettingRows rows;

    @FXML
    private SettingRow layersRow;

    @FXML
    private SettingRow bidirectionalRow;

    @FXML
    private ToggleButton moreToggle;

    @FXML
    private VBox more;

    @FXML
    private SettingRow biasRow;

    @FXML
    private SettingRow headRow;

    public StructureController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        Fold.tie(moreToggle, more);
        rows.number(layersRow, "model.layers");
        rows.flag(bidirectionalRow, "model.bidirectional");
        rows.choice(biasRow, BIASES, "model.bias");
        rows.choice(
                headRow,
                HEADS,
                fields -> fields.value(HEAD).orElse(AS_THE_LOSS_NEEDS),
                id -> new Edit(HEAD, id.equals(AS_THE_LOSS_NEEDS) ? "null" : id));
        workbench.experiment().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        if (experiment != null) {
            rows.show(experiment);
        }
    }
}
