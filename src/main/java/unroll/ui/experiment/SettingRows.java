package unroll.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** Rows that each show a field of the experiment and change it; what does not fit is said at the row. */
final class SettingRows {
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

    /** A change of one field: its path, and its value as JSON. */
    record Edit(String path, String value) {}

    private interface Row {
        void show(ExperimentFile fields);
    }

    private final Workbench workbench;
    private final Messages messages;
    private final List<Row> rows = new ArrayList<>();

    /** Whether the controls are being set from the experiment, so that they must not edit it. */
    private boolean showing;

    SettingRows(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    /** Shows the values of an experiment. */
    void show(Experiment experiment) {
        ExperimentFile fields = ExperimentFile.of(experiment);
        showing = true;
        rows.forEach(row -> row.show(fields));
        showing = false;
    }

    /**
     * A number that is typed.
     *
     * @param path of its field, which may depend on other fields
     */
    void number(SettingRow row, Function<ExperimentFile, String> path) {
        SettingField field = new SettingField(
                row,
                typed ->
                        type(path.apply(ExperimentFile.of(workbench.experiment().get())), typed));
        rows.add(fields -> field.show(fields.value(path.apply(fields)).orElse("")));
    }

    void number(SettingRow row, String path) {
        number(row, any -> path);
    }

    /** A number that may be left out, by emptying its field. */
    void optionalNumber(SettingRow row, String path) {
        SettingField field =
                new SettingField(row, typed -> typed.isEmpty() ? tryEdit(path, "null") : type(path, typed));
        rows.add(fields -> field.show(fields.value(path).orElse("")));
    }

    /** A box that is ticked or not. */
    void flag(SettingRow row, String path) {
        CheckBox box = (CheckBox) row.getControl();
        box.selectedProperty().subscribe((before, ticked) -> {
            if (!showing) {
                take(row, new Edit(path, ticked.toString()));
            }
        });
        rows.add(fields -> {
            box.setSelected(fields.value(path).filter("true"::equals).isPresent());
            row.say(Optional.empty());
        });
    }

    /**
     * One of several.
     *
     * @param shown the id that the fields stand for
     * @param edit what choosing an id changes
     */
    void choice(SettingRow row, List<String> ids, Function<ExperimentFile, String> shown, Function<String, Edit> edit) {
        @SuppressWarnings("unchecked")
        ChoiceBox<String> box = (ChoiceBox<String>) row.getControl();
        box.getItems().setAll(ids);
        box.setConverter(new ChoiceNames<>(id -> messages.text("experiment.choice." + id)));
        box.valueProperty().subscribe((before, id) -> {
            if (!showing && id != null) {
                take(row, edit.apply(id));
            }
        });
        rows.add(fields -> {
            box.setValue(shown.apply(fields));
            row.say(Optional.empty());
        });
    }

    /** One of several that stand for the values of one field. */
    void choice(SettingRow row, List<String> ids, String path) {
        choice(row, ids, fields -> fields.value(path).orElseThrow(), id -> new Edit(path, id));
    }

    private void take(SettingRow row, Edit edit) {
        Optional<String> wrong = tryEdit(edit.path(), edit.value());
        if (wrong.isPresent()) {
            show(workbench.experiment().get());
        }
        row.say(wrong);
    }

    private Optional<String> type(String path, String typed) {
        return typed.matches(NUMBER) ? tryEdit(path, typed) : Optional.of(messages.text("experiment.notNumber", typed));
    }

    private Optional<String> tryEdit(String path, String value) {
        return workbench.tryEdit(path, value).map(wrong -> messages.text(wrong.expected()));
    }
}
