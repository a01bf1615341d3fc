package unroll.ui.inspector;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.ParameterEntry;
import unroll.ui.state.Workbench;

/** Chooses the number of a parameter that is followed through the update; shown while the update runs. */
public final class UpdateEntryController {
    private final Workbench workbench;
    private final Messages messages;
    private boolean showing;

    @FXML
    private HBox bar;

    @FXML
    private ComboBox<String> parameterBox;

    @FXML
    private TextField rowField;

    @FXML
    private TextField columnField;

    public UpdateEntryController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        parameterBox.valueProperty().subscribe((before, name) -> {
            if (!showing && name != null) {
                workbench.choices().entry().set(new ParameterEntry(name, 0));
            }
        });
        workbench.debugger().subscribe(at -> show());
        workbench.choices().entry().subscribe(chosen -> show());
    }

    private void show() {
        Debugger at = workbench.debugger().get();
        boolean updating = at != null
                && at.current().filter(here -> here.phase() == Phase.UPDATE).isPresent();
        bar.setVisible(updating);
        bar.setManaged(updating);
        if (!updating) {
            return;
        }
        ParameterEntry chosen = workbench.followedEntry();
        ParameterLayout layout = workbench.trace().get().parameters().layout();
        ParameterLayout.Entry entry = layout.entry(chosen.parameter());
        showing = true;
        if (!parameterBox.getItems().equals(layout.names())) {
            parameterBox.getItems().setAll(layout.names());
        }
        parameterBox.setValue(entry.name());
        boolean matrix = entry.columns() > 0;
        int columns = Math.max(1, entry.columns());
        rowField.setText(String.valueOf(chosen.index() / columns));
        columnField.setText(String.valueOf(chosen.index() % columns));
        columnField.setVisible(matrix);
        columnField.setManaged(matrix);
        showing = false;
    }

    @FXML
    private void accept() {
        ParameterLayout.Entry entry =
                workbench.trace().get().parameters().layout().entry(parameterBox.getValue());
        int columns = Math.max(1, entry.columns());
        List<String> typed = List.of(
                rowField.getText().strip(),
                entry.columns() == 0 ? "0" : columnField.getText().strip());
        boolean numbers = typed.stream().allMatch(each -> each.matches("\\d{1,6}"));
        int row = numbers ? Integer.parseInt(typed.get(0)) : entry.rows();
        int column = numbers ? Integer.parseInt(typed.get(1)) : columns;
        if (row < entry.rows() && column < columns) {
            workbench.choices().entry().set(new ParameterEntry(entry.name(), row * columns + column));
        } else {
            String last = UpdateSheet.place(entry, entry.size() - 1);
            workbench.notice().set(Notice.warning(messages.text("inspector.noEntry", entry.name(), last)));
            show();
        }
    }

    @FXML
    private void chooseLargest() {
        ParameterEntry most =
                ParameterEntry.mostChangedBy(workbench.iterations().update());
        workbench.choices().entry().set(most);
    }
}
