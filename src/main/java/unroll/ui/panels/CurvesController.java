package unroll.ui.panels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.plot.curves.CurveOptions;
import unroll.run.Snapshot;
import unroll.ui.canvas.FittedChoice;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The training curves, live: losses or another metric, beside the baselines and the runs before. */
public final class CurvesController {
    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final TrainedRuns runs;
    private ZoomedCurves shown;

    @FXML
    private HBox head;

    @FXML
    private PaintedPane pane;

    @FXML
    private Region band;

    @FXML
    private ComboBox<CurveKind> kindBox;

    @FXML
    private ToggleButton logToggle;

    @FXML
    private Button resetButton;

    @FXML
    private Button clearButton;

    public CurvesController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
        this.runs = new TrainedRuns(messages);
    }

    @FXML
    private void initialize() {
        kindBox.getItems().setAll(CurveKind.values());
        FittedChoice.install(kindBox, kind -> messages.text(kind.titleKey()));
        kindBox.setValue(CurveKind.LOSS);
        shown = new ZoomedCurves(pane, band, CurveOptions.DEFAULT.withEmptyText(messages.text("panels.noCurves")));
        shown.control(resetButton, logToggle);
        shown.follow(() -> workbench.iterations().shown().get(), workbench.iterations()::trace);
        figures.offer("curves", pane, () -> !shown.isEmpty());
        workbench.snapshot().subscribe(this::take);
        workbench.setup().subscribe(this::takeBaselines);
        workbench.iterations().shown().subscribe(iteration -> shown.repaint());
        kindBox.valueProperty().subscribe(kind -> show());
    }

    /** Puts the chooser of panels on the left of the head. */
    void setChooser(Node chooser) {
        if (!head.getChildren().contains(chooser)) {
            head.getChildren().add(0, chooser);
        }
    }

    private void take(Snapshot latest) {
        if (latest == null) {
            runs.putAside();
        } else {
            runs.take(workbench.experiment().get(), latest);
        }
        show();
    }

    private void takeBaselines(Setup made) {
        if (made != null) {
            runs.setTask(made.experiment().task(), made.levels());
            offerKinds(made.experiment().task());
            show();
        }
    }

    private void offerKinds(Task task) {
        List<CurveKind> fitting = Arrays.stream(CurveKind.values())
                .filter(kind -> kind.fits(task))
                .toList();
        if (!kindBox.getItems().equals(fitting)) {
            CurveKind before = kindBox.getValue();
            kindBox.getItems().setAll(fitting);
            kindBox.setValue(fitting.contains(before) ? before : CurveKind.LOSS);
        }
    }

    /** What is shown; while its items change, a box has no value for a moment. */
    private CurveKind kind() {
        return Optional.ofNullable(kindBox.getValue()).orElse(CurveKind.LOSS);
    }

    private void show() {
        clearButton.setVisible(runs.hasEarlier());
        clearButton.setManaged(runs.hasEarlier());
        shown.show(runs.curves(kind()));
    }

    @FXML
    private void clearEarlier() {
        runs.forgetEarlier();
        show();
    }
}
