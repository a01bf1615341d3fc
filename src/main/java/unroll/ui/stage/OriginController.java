package unroll.ui.stage;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import unroll.debug.Debugger;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
import unroll.plot.NumberFormat;
import unroll.ui.state.Iterations;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** Says what is traced, an example or the batch of a training iteration, and chooses the iteration and the row. */
public final class OriginController {
    private final Workbench workbench;
    private final Iterations iterations;
    private final Messages messages;

    @FXML
    private HBox bar;

    @FXML
    private ToggleButton inputToggle;

    @FXML
    private Label sourceLabel;

    @FXML
    private HBox rowChooser;

    @FXML
    private TextField rowField;

    @FXML
    private Label rowsLabel;

    @FXML
    private TextField iterationField;

    @FXML
    private Button previousIteration;

    @FXML
    private Button latestButton;

    public OriginController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.iterations = workbench.iterations();
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        inputToggle.selectedProperty().bindBidirectional(workbench.probing().editing());
        workbench.debugger().subscribe(this::show);
        workbench.busy().subscribe(busy -> show(workbench.debugger().get()));
        iterations.shown().subscribe(number -> show(workbench.debugger().get()));
        rowField.focusedProperty()
                .subscribe(focused -> show(workbench.debugger().get()));
        iterationField
                .focusedProperty()
                .subscribe(focused -> show(workbench.debugger().get()));
    }

    private void show(Debugger at) {
        bar.setDisable(at == null);
        if (at == null) {
            return;
        }
        long number = iterations.shown().get();
        int rows = workbench.trace().get().rows();
        sourceLabel.setText(source(number, rows));
        rowChooser.setVisible(rows > 1);
        rowChooser.setManaged(rows > 1);
        rowsLabel.setText(messages.text("stage.ofRows", rows));
        if (!rowField.isFocused()) {
            rowField.setText(String.valueOf(workbench.row() + 1));
        }
        if (!iterationField.isFocused()) {
            iterationField.setText(number > 0 ? String.valueOf(number) : "");
        }
        latestButton.setVisible(number > 0);
        latestButton.setManaged(number > 0);
        previousIteration.setDisable(number == 1);
    }

    private String source(long number, int rows) {
        Optional<Long> traced = iterations.traced();
        if (number > 0 && workbench.busy().get() && !traced.equals(Optional.of(number))) {
            return messages.text("stage.replaying", NumberFormat.count(number));
        }
        if (traced.isPresent()) {
            return messages.text("stage.batchOf", NumberFormat.count(traced.get()), rows);
        }
        Setup setup = workbench.setup().get();
        Probed.Row row = workbench.probing().row().orElseThrow();
        Part part = workbench.probing().tracedPart();
        String key = "stage.example." + part + (row.asked() == Probed.Asked.BY_DATA ? "" : ".changed");
        String example = messages.text(
                key, NumberFormat.count(row.number() + 1), NumberFormat.count(setup.sequences(part)), row.label());
        return number > 0 ? messages.text("stage.atMoment", example, NumberFormat.count(number)) : example;
    }

    @FXML
    private void previousRow() {
        workbench.showRow(workbench.row() - 1);
    }

    @FXML
    private void nextRow() {
        workbench.showRow(workbench.row() + 1);
    }

    @FXML
    private void acceptRow() {
        int rows = workbench.trace().get().rows();
        String typed = rowField.getText().strip();
        if (typed.matches("\\d{1,9}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= rows) {
            workbench.showRow(Integer.parseInt(typed) - 1);
        } else {
            workbench.notice().set(Notice.warning(messages.text("stage.noRow", typed, rows)));
        }
        bar.requestFocus();
    }

    @FXML
    private void previousIteration() {
        long number = iterations.shown().get();
        iterations.trace(number > 0 ? number - 1 : iterations.last() - 1);
    }

    @FXML
    private void nextIteration() {
        long number = iterations.shown().get();
        iterations.trace(number > 0 ? number + 1 : iterations.last());
    }

    @FXML
    private void acceptIteration() {
        String typed = iterationField.getText().strip();
        boolean number = typed.matches("\\d{1,15}");
        if (number && Long.parseLong(typed) >= 1 && Long.parseLong(typed) <= iterations.last()) {
            iterations.trace(Long.parseLong(typed));
        } else {
            String last = NumberFormat.count(iterations.last());
            workbench.notice().set(Notice.warning(messages.text("stage.noIteration", typed, last)));
        }
        bar.requestFocus();
    }

    @FXML
    private void showLatest() {
        iterations.showLatest();
    }
}
