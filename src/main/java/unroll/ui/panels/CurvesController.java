package unroll.ui.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unroll.experiment.Level;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.plot.Wording;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurvePoint;
import unroll.plot.export.Origin;
import unroll.run.Snapshot;
import unroll.ui.canvas.FittedChoice;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.FigureOrigin;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The training curves, live: losses or another metric, beside the baselines and the runs that they are compared with. */
public final class CurvesController {
    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final KeptRuns kept;
    private final TrainedRuns runs = new TrainedRuns();
    private final List<RunNote> notes = new ArrayList<>();
    private CurvePicture picture;
    private ZoomedCurves shown;
    private CurveMenu menu;
    private NoteEntry noteEntry;

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

    @FXML
    private MenuButton moreButton;

    @FXML
    private HBox noteBox;

    @FXML
    private TextField notePlace;

    @FXML
    private ComboBox<Integer> noteCurve;

    @FXML
    private TextField noteText;

    public CurvesController(Workbench workbench, Figures figures, KeptRuns kept, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.kept = kept;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        kindBox.getItems().setAll(CurveKind.values());
        FittedChoice.install(kindBox, kind -> messages.text(kind.titleKey()));
        kindBox.setValue(CurveKind.LOSS);
        shown = new ZoomedCurves(pane, band, CurveOptions.DEFAULT.withEmptyText(messages.text("panels.noCurves")));
        shown.control(resetButton, logToggle);
        shown.follow(() -> workbench.iterations().shown().get(), workbench.iterations()::trace);
        menu = new CurveMenu(moreButton, runs, kept, workbench, messages, this::show);
        menu.setOnNote(this::askForNote);
        menu.logX().subscribe((before, log) -> shown.look(options -> options.withLogX(log)));
        menu.smoothing()
                .subscribe((before, weight) -> shown.look(options -> options.withSmoothing(weight.doubleValue())));
        menu.seeds().subscribe((before, now) -> show());
        menu.baselines().subscribe((before, now) -> show());
        noteEntry = new NoteEntry(noteBox, notePlace, noteCurve, noteText);
        noteEntry.setOnNote(this::write);
        pane.setOnContextMenuRequested(event -> askForNoteAt(event.getX(), event.getY()));
        figures.offerFolded("curves", pane, () -> !shown.isEmpty());
        figures.offerOrigin("curves", this::origin);
        workbench.snapshot().subscribe(this::take);
        workbench.setup().subscribe(this::takeBaselines);
        workbench.iterations().shown().subscribe(iteration -> shown.repaint());
        kindBox.valueProperty().subscribe(kind -> show());
    }

    /** What made each of the curves. */
    private String origin() {
        List<ShownRun> drawn = runs.shown();
        List<Origin> origins = drawn.stream()
                .map(run -> FigureOrigin.of(run.experiment(), messages).called(drawn.size() == 1 ? "" : run.name()))
                .toList();
        return Origin.line(origins, new Wording(messages));
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
        clearButton.setVisible(runs.hasOthers() || !notes.isEmpty());
        clearButton.setManaged(clearButton.isVisible());
        List<Level> levels = menu.baselines().get() ? runs.levels() : List.of();
        picture = new CurvePicture(kind(), runs.shown(), levels, menu.seeds().get(), messages);
        shown.look(options -> options.withNotes(picture.notes(notes)));
        shown.show(picture.curves());
    }

    /** A note where the curves are read now. */
    private void askForNote() {
        askForNote(shown.readAt(), -1);
    }

    private void askForNoteAt(double x, double y) {
        int series = pane.hitAt(x, y)
                .map(hit -> hit.target() instanceof CurvePoint point ? point.series() : -1)
                .orElse(-1);
        askForNote(shown.placeAt(x), series);
    }

    private void askForNote(double iteration, int series) {
        if (!picture.noted().isEmpty()) {
            noteEntry.open(picture, series, iteration);
        }
    }

    private void write(RunNote note) {
        notes.add(note);
        show();
        pane.requestFocus();
    }

    /** Other runs and all notes go. */
    @FXML
    private void clearEarlier() {
        runs.forgetOthers();
        notes.clear();
        show();
    }
}
