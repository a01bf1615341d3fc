package unroll.ui.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.io.ExperimentFile;
import unroll.plot.NumberFormat;
import unroll.ui.experiment.SettingRows.Edit;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of the task: of each kind those fields that it has, and which of its sequences is shown. */
public final class TaskController {
    private static final String LOSS = "model.loss.at";
    private static final List<String> LENGTHS = List.of("task.length", "task.window");
    private static final List<String> PLACES = List.of("last", "every", "final_state");

    /** The words of the task's choices, by their fields. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "task.coding", List.of("le", "hochreiter", "martens"),
            "task.reading", List.of("rows", "pixels", "rows_apart"),
            "task.order", List.of("top_down", "bottom_up", "shuffled"),
            "task.split", List.of("time", "shuffled"),
            "task.scaledBy", List.of("train", "all"),
            "task.drawing", List.of("once", "balanced"));

    private final Workbench workbench;
    private final Messages messages;
    private final SettingRows rows;
    private SettingField example;

    @FXML
    private VBox root;

    @FXML
    private SettingRow lengthRow;

    @FXML
    private SettingRow lagRow;

    @FXML
    private SettingRow wordsRow;

    @FXML
    private SettingRow codingRow;

    @FXML
    private SettingRow readingRow;

    @FXML
    private SettingRow orderRow;

    @FXML
    private SettingRow splitRow;

    @FXML
    private SettingRow scaledByRow;

    @FXML
    private SettingRow drawingRow;

    @FXML
    private SettingRow deviationRow;

    @FXML
    private SettingRow lossRow;

    @FXML
    private SettingRow exampleRow;

    @FXML
    private Label exampleLabel;

    @FXML
    private Label notesLabel;

    public TaskController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        rows.number(lengthRow, fields -> lengthPath(fields).orElse(LENGTHS.get(0)));
        numbers().forEach((row, path) -> rows.number(row, path));
        choices().forEach((row, path) -> choice(row, CHOICES.get(path), path));
        choice(lossRow, PLACES, LOSS);
        example = new SettingField(exampleRow, this::showExample);
        workbench.experiment().subscribe(this::show);
        workbench.setup().subscribe(this::showData);
        workbench.probing().probe().subscribe(() -> showData(workbench.setup().get()));
    }

    private Map<SettingRow, String> numbers() {
        return Map.of(lagRow, "task.lag", wordsRow, "task.words", deviationRow, "task.deviation");
    }

    private Map<SettingRow, String> choices() {
        return Map.of(
                codingRow, "task.coding",
                readingRow, "task.reading",
                orderRow, "task.order",
                splitRow, "task.split",
                scaledByRow, "task.scaledBy",
                drawingRow, "task.drawing");
    }

    private void choice(SettingRow row, List<String> ids, String path) {
        rows.choice(row, ids, fields -> fields.value(path).orElse(null), id -> new Edit(path, id));
    }

    /** The field that says how long a sequence is, if the task lets it be chosen. */
    private static Optional<String> lengthPath(ExperimentFile fields) {
        return LENGTHS.stream().filter(path -> fields.value(path).isPresent()).findFirst();
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        rows.show(experiment);
        ExperimentFile fields = ExperimentFile.of(experiment);
        lengthRow.setShown(lengthPath(fields).isPresent());
        numbers().forEach((row, path) -> row.setShown(fields.value(path).isPresent()));
        choices().forEach((row, path) -> row.setShown(fields.value(path).isPresent()));
        hideIfEmpty();
    }

    private void hideIfEmpty() {
        boolean needed =
                root.getChildren().stream().anyMatch(child -> child instanceof SettingRow row && row.isVisible());
        root.setVisible(needed);
        root.setManaged(needed);
    }

    private void showData(Setup setup) {
        boolean several = setup != null && setup.sequences(probe().part()) > 1;
        exampleRow.setShown(several);
        say(exampleLabel, several ? place(setup) : "");
        say(notesLabel, setup == null ? "" : String.join("\n", setup.notes()));
        hideIfEmpty();
        if (several) {
            example.show(String.valueOf(probe().example() + 1));
        }
    }

    private Probe probe() {
        return workbench.probing().probe().get();
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private String place(Setup setup) {
        int most = setup.sequences(probe().part());
        return messages.text(
                "experiment.ofExamples",
                NumberFormat.count(most),
                setup.label(probe().part(), Math.min(most - 1, probe().example())));
    }

    private Optional<String> showExample(String typed) {
        int most = workbench.setup().get().sequences(probe().part());
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            return Optional.of(messages.text("experiment.noExample", typed, NumberFormat.count(most)));
        }
        workbench.probing().choose(probe().part(), Integer.parseInt(typed) - 1);
        return Optional.empty();
    }
}
