package unroll.ui.experiment;

import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.experiment.Training;
import unroll.io.ExperimentFile;
import unroll.ui.experiment.SettingRows.Edit;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The settings of training beyond optimiser and rate: most stay folded. */
public final class UpdateController {
    private static final String OPTIMISER = "optimiser.";
    private static final String SCHEDULE = "optimiser.schedule";
    private static final String WARM_UP = SCHEDULE + ".warmUp";
    private static final String CLIPPING = "clipping";
    private static final String NONE = "none";
    private static final List<String> SCHEDULES = List.of("constant", "step", "cosine");
    private static final List<String> CLIPPINGS = List.of(NONE, "norm", "tensor-norm", "value");
    private static final List<String> FLAVOURS = List.of("keras", "torch");
    private static final Set<String> WITH_MOMENTUM = Set.of("sgd", "rmsprop");

    /** A step schedule starts with so many steps in all. */
    private static final int STEPS = 4;

    private final Workbench workbench;
    private final Messages messages;
    private final SettingRows rows;

    @FXML
    private SettingRow trainingLengthRow;

    @FXML
    private SettingRow batchRow;

    @FXML
    private ToggleButton moreToggle;

    @FXML
    private VBox more;

    @FXML
    private SettingRow flavourRow;

    @FXML
    private SettingRow momentumRow;

    @FXML
    private SettingRow nesterovRow;

    @FXML
    private SettingRow scheduleRow;

    @FXML
    private SettingRow everyRow;

    @FXML
    private SettingRow factorRow;

    @FXML
    private SettingRow cosineRow;

    @FXML
    private SettingRow lastRow;

    @FXML
    private SettingRow warmUpRow;

    @FXML
    private SettingRow clippingRow;

    @FXML
    private SettingRow thresholdRow;

    @FXML
    private SettingRow decayRow;

    @FXML
    private SettingRow penaltyRow;

    public UpdateController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
        this.rows = new SettingRows(workbench, messages);
    }

    @FXML
    private void initialize() {
        Fold.tie(moreToggle, more);
        rows.number(trainingLengthRow, this::lengthPath);
        rows.number(batchRow, "training.batchSize");
        rows.choice(
                flavourRow,
                FLAVOURS,
                fields -> fields.value(OPTIMISER + "flavour").orElseThrow(),
                this::flavour);
        rows.number(momentumRow, OPTIMISER + "momentum");
        rows.flag(nesterovRow, OPTIMISER + "nesterov");
        rows.choice(
                scheduleRow,
                SCHEDULES,
                fields -> fields.value(SCHEDULE + ".kind").orElseThrow(),
                this::schedule);
        rows.number(everyRow, SCHEDULE + ".every");
        rows.number(factorRow, SCHEDULE + ".factor");
        rows.number(cosineRow, SCHEDULE + ".iterations");
        rows.number(lastRow, SCHEDULE + ".last");
        rows.number(warmUpRow, WARM_UP);
        rows.choice(clippingRow, CLIPPINGS, UpdateController::clipping, this::clip);
        rows.number(thresholdRow, CLIPPING + ".threshold");
        rows.number(decayRow, OPTIMISER + "weightDecay");
        rows.number(penaltyRow, OPTIMISER + "l2");
        workbench.experiment().subscribe(this::show);
    }

    private String lengthPath(ExperimentFile fields) {
        return fields.value("training.epochs").isPresent() ? "training.epochs" : "training.iterations";
    }

    private ExperimentFile fields() {
        return ExperimentFile.of(workbench.experiment().get());
    }

    /** The other library's optimiser with its own numbers, but for the rate and what both have. */
    private Edit flavour(String id) {
        ExperimentFile fields = fields();
        String kind = fields.value(OPTIMISER + "kind").orElseThrow();
        String rate = fields.value(OPTIMISER + "rate").orElseThrow();
        String schedule = fields.value(SCHEDULE).orElseThrow();
        return new Edit(
                "optimiser",
                "{\"kind\": \"" + kind + "\", \"flavour\": \"" + id + "\", \"rate\": " + rate + ", \"schedule\": "
                        + schedule + "}");
    }

    private Edit schedule(String id) {
        long iterations = iterations();
        String numbers = switch (id) {
            case "step" -> ", \"every\": " + Math.max(1, iterations / STEPS) + ", \"factor\": 0.5";
            case "cosine" -> ", \"iterations\": " + iterations + ", \"last\": 0";
            default -> "";
        };
        String warmUp = fields().value(WARM_UP).orElse("0");
        return new Edit(SCHEDULE, "{\"kind\": \"" + id + "\"" + numbers + ", \"warmUp\": " + warmUp + "}");
    }

    /** Of the whole training, as far as the number of sequences is known. */
    private long iterations() {
        Training training = workbench.experiment().get().training();
        Setup setup = workbench.setup().get();
        int sequences = setup == null ? 1 : setup.sequences(Setup.Part.TRAIN);
        return training.iterations((sequences + training.batchSize() - 1) / training.batchSize());
    }

    private static String clipping(ExperimentFile fields) {
        return fields.value(CLIPPING + ".kind").orElse(NONE);
    }

    private Edit clip(String id) {
        String threshold = fields().value(CLIPPING + ".threshold").orElse("1");
        return new Edit(
                CLIPPING, id.equals(NONE) ? "null" : "{\"kind\": \"" + id + "\", \"threshold\": " + threshold + "}");
    }

    private void show(Experiment experiment) {
        if (experiment == null) {
            return;
        }
        rows.show(experiment);
        ExperimentFile fields = ExperimentFile.of(experiment);
        boolean epochs = experiment.training().unit() == Training.Unit.EPOCHS;
        trainingLengthRow.setName(messages.text(epochs ? "experiment.epochs" : "experiment.iterations"));
        String optimiser = experiment.training().rule().optimizer().id();
        momentumRow.setShown(WITH_MOMENTUM.contains(optimiser));
        nesterovRow.setShown(fields.value(OPTIMISER + "nesterov").isPresent());
        everyRow.setShown(fields.value(SCHEDULE + ".every").isPresent());
        factorRow.setShown(fields.value(SCHEDULE + ".factor").isPresent());
        cosineRow.setShown(fields.value(SCHEDULE + ".iterations").isPresent());
        lastRow.setShown(fields.value(SCHEDULE + ".last").isPresent());
        thresholdRow.setShown(!clipping(fields).equals(NONE));
    }
}
