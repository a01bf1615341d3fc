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
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of the experiment: each takes effect at once, and the trace follows. */
public final class ExperimentController {
    private static final List<String> ACTIVATIONS = List.of("tanh", "relu", "sigmoid", "identity");
    private static final List<String> OPTIMISERS = List.of("sgd", "rmsprop", "adagrad", "adam", "adamw");
    private static final List<String> PLACES = List.of("last", "every");
    private static final List<String> CODINGS = List.of("le", "hochreiter", "martens");
    private static final List<String> READINGS = List.of("rows", "pixels");
    private static final List<String> LENGTHS = List.of("task.length", "task.window");
    private static final String GAIN = "initialiser.gain";

    /** The slider goes in steps of 1 / this. */
    private static final double STEPS_PER_UNIT = 100;

    private final Workbench workbench;
    private final Messages messages;

    /** Whether the controls are being set from the experiment, so that they must not edit it. */
    private boolean showing;

    private SettingField hidden;
    private SettingField length;
    private SettingField lag;
    private SettingField words;
    private SettingField deviation;
    private SettingField gain;
    private SettingField seed;
    private SettingField rate;
    private SettingField example;

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
    private Label taskTitle;

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
    private SettingRow deviationRow;

    @FXML
    private SettingRow lossRow;

    @FXML
    private SettingRow exampleRow;

    @FXML
    private Label exampleLabel;

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
        choice(lossRow, PLACES, "model.loss.at");
        choice(codingRow, CODINGS, "task.coding");
        choice(readingRow, READINGS, "task.reading");
        choice(optimiserRow, OPTIMISERS, "optimiser");
        hidden = number(hiddenRow, "model.hidden");
        length = new SettingField(lengthRow, typed -> edit(lengthPath().orElseThrow(), typed));
        lag = number(lagRow, "task.lag");
        words = number(wordsRow, "task.words");
        deviation = number(deviationRow, "task.deviation");
        gain = number(gainRow, GAIN);
        seed = number(seedRow, "seed");
        rate = number(rateRow, "optimiser.rate");
        example = new SettingField(exampleRow, this::showExample);
        gainSlider.valueProperty().subscribe((before, value) -> {
            if (!showing) {
                workbench.edit(GAIN, Math.round(value.doubleValue() * STEPS_PER_UNIT) / STEPS_PER_UNIT);
            }
        });
        exampleLabel.visibleProperty().bind(exampleRow.visibleProperty());
        exampleLabel.managedProperty().bind(exampleRow.managedProperty());
        workbench.experiment().subscribe(this::show);
        workbench.setup().subscribe(this::showExamples);
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

    /** The field that says how long a sequence is, if the task lets it be chosen. */
    private Optional<String> lengthPath() {
        ExperimentFile fields = ExperimentFile.of(workbench.experiment().get());
        return LENGTHS.stream().filter(path -> fields.value(path).isPresent()).findFirst();
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
        choose(lossRow, fields, "model.loss.at");
        choose(optimiserRow, fields, "optimiser.kind");
        type(hidden, fields, "model.hidden");
        type(seed, fields, "seed");
        type(rate, fields, "optimiser.rate");
        showTask(fields);
        gain.show(NumberFormat.exact(experiment.initialiser().recurrentGain()));
        gainSlider.setValue(experiment.initialiser().recurrentGain());
        showRows(experiment);
        showing = false;
    }

    /** Shows the task's own fields, of which each kind of task has others. */
    private void showTask(ExperimentFile fields) {
        lengthRow.setShown(lengthPath().isPresent());
        lengthPath().ifPresent(path -> type(length, fields, path));
        lagRow.setShown(fields.value("task.lag").isPresent());
        type(lag, fields, "task.lag");
        wordsRow.setShown(fields.value("task.words").isPresent());
        type(words, fields, "task.words");
        codingRow.setShown(fields.value("task.coding").isPresent());
        choose(codingRow, fields, "task.coding");
        readingRow.setShown(fields.value("task.reading").isPresent());
        choose(readingRow, fields, "task.reading");
        deviationRow.setShown(fields.value("task.deviation").isPresent());
        type(deviation, fields, "task.deviation");
    }

    private void showRows(Experiment experiment) {
        activationRow.setShown(experiment.model().cell() == CellKind.RNN);
        lossRow.setShown(experiment.task() instanceof Task.RandomInputs);
        showTaskTitle();
    }

    private void showTaskTitle() {
        boolean needed = taskRows().stream().anyMatch(SettingRow::isVisible);
        taskTitle.setVisible(needed);
        taskTitle.setManaged(needed);
    }

    private List<SettingRow> taskRows() {
        return List.of(lengthRow, lagRow, wordsRow, codingRow, readingRow, deviationRow, lossRow, exampleRow);
    }

    private static void choose(SettingRow row, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(box(row)::setValue);
        row.say(Optional.empty());
    }

    private static void type(SettingField field, ExperimentFile fields, String path) {
        fields.value(path).ifPresent(field::show);
    }

    private void showExamples(Setup setup) {
        boolean several = setup != null && setup.sequences(Setup.Part.TRAIN) > 1;
        exampleRow.setShown(several);
        showTaskTitle();
        if (several) {
            int index = workbench.example();
            example.show(String.valueOf(index + 1));
            exampleLabel.setText(messages.text(
                    "experiment.ofExamples",
                    NumberFormat.count(setup.sequences(Setup.Part.TRAIN)),
                    setup.label(Setup.Part.TRAIN, index)));
        }
    }

    private Optional<String> showExample(String typed) {
        int most = workbench.setup().get().sequences(Setup.Part.TRAIN);
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            return Optional.of(messages.text("experiment.noExample", typed, NumberFormat.count(most)));
        }
        workbench.showExample(Integer.parseInt(typed) - 1);
        return Optional.empty();
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
