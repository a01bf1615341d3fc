package unroll.ui.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import unroll.ui.state.Messages;

/** The list of all keys. */
public final class KeyListController {
    private static final List<String> KEYS = List.of(
            "line",
            "time",
            "phase",
            "play",
            "run",
            "breakpoint",
            "condition",
            "goTo",
            "train",
            "input",
            "number",
            "zoom",
            "pan",
            "lanes",
            "gradientLanes",
            "compare",
            "sides",
            "export",
            "open",
            "save",
            "undo",
            "presenter",
            "steps",
            "hands",
            "black",
            "clicker",
            "panels",
            "help",
            "cell",
            "cellStep",
            "timeline",
            "unit",
            "copy");

    private final Messages messages;

    @FXML
    private GridPane table;

    public KeyListController(Messages messages) {
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        for (int row = 0; row < KEYS.size(); row++) {
            Label keys = new Label(messages.text("shell.keys." + KEYS.get(row)));
            keys.getStyleClass().add("keys");
            Label action = new Label(messages.text("shell.keys." + KEYS.get(row) + ".does"));
            table.addRow(row, keys, action);
        }
    }
}
