package unroll.ui.stage;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.debug.Position;
import unroll.plot.Hit;
import unroll.plot.Wording;
import unroll.plot.circuit.CircuitView;
import unroll.plot.lanes.Viewport;
import unroll.plot.stage.EdgeTarget;
import unroll.plot.stage.StagePainter;
import unroll.plot.stage.StageView;
import unroll.plot.stage.StepTarget;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.lanes.UnitGestures;
import unroll.ui.state.Appearance;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Shows the stage around the cursor, animates the line that has just run, and lets numbers be selected. */
public final class StageController {
    private final Workbench workbench;
    private final Figures figures;
    private final Wording wording;
    private final Pulse pulse;
    private Debugger shown;

    @FXML
    private PaintedPane pane;

    @FXML
    private Label emptyText;

    @FXML
    private HBox tools;

    @FXML
    private ToggleButton wholeToggle;

    @FXML
    private Button openButton;

    @FXML
    private CircuitController circuitController;

    public StageController(
            Workbench workbench, Appearance appearance, Figures figures, FrameClock clock, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.wording = new Wording(messages);
        this.pulse = new Pulse(workbench, appearance, clock, this::show);
    }

    @FXML
    private void initialize() {
        figures.offer("stage", pane, () -> pane.getPainter() != null);
        emptyText.visibleProperty().bind(pane.painterProperty().isNull());
        workbench.debugger().subscribe(this::move);
        workbench.selection().subscribe(this::show);
        workbench.highlighted().subscribe(this::show);
        workbench.viewport().subscribe(this::show);
        wholeToggle.selectedProperty().subscribe(this::fit);
        pane.widthProperty().subscribe(this::fit);
        UnitGestures gestures = new UnitGestures(workbench, pane, wording);
        gestures.install();
        gestures.setOnOther(this::choose);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::openAt);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::openOnEnter);
        circuitController.isOpen().subscribe(this::exchange);
    }

    /** The stage, or one of its columns in its place. */
    private void exchange(boolean wasOpen, boolean open) {
        pane.setVisible(!open);
        tools.setVisible(!open);
        if (wasOpen) {
            pane.requestFocus();
        }
    }

    private void openAt(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            pane.hitAt(event.getX(), event.getY())
                    .flatMap(hit -> Opening.of(hit.target(), workbench.knowledge()))
                    .ifPresent(circuitController::open);
        }
    }

    private void openOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && shown != null) {
            openCell();
            event.consume();
        }
    }

    /** The column of the selected number, or else of the line that has just run. */
    @FXML
    private void openCell() {
        Selection selected = workbench.selection().get();
        Optional<CircuitView.Place> place =
                selected == null ? Optional.empty() : Opening.of(selected.target(), workbench.knowledge());
        circuitController.open(place.orElseGet(() -> CircuitView.Place.at(workbench.knowledge())));
    }

    private void move(Debugger at) {
        shown = at;
        pulse.move(at);
        openButton.setDisable(at == null);
        if (at == null) {
            circuitController.close();
        }
        fit();
        show();
    }

    /** Shows all steps or, unless that is asked for, as many as can be read, the cursor's among them. */
    private void fit() {
        Viewport now = workbench.viewport().get();
        if (shown == null || now == null || pane.getWidth() <= 0) {
            return;
        }
        int steps = shown.program().steps();
        int t = shown.current().map(Position::t).orElse(0);
        Viewport readable = Viewport.readable(steps, t, pane.getWidth() / pane.zoom());
        wholeToggle.setVisible(!readable.isWhole());
        Viewport fitting = wholeToggle.isSelected() ? Viewport.whole(steps) : readable;
        boolean sameColumns = now.steps() == steps && now.count() == fitting.count();
        workbench.viewport().set(sameColumns ? now.showing(t) : fitting);
    }

    private void show() {
        if (shown == null) {
            pane.setPainter(null);
            wholeToggle.setVisible(false);
            return;
        }
        StageView view = StageView.of(workbench.knowledge())
                .withViewport(workbench.viewport().get())
                .withHighlighted(workbench.highlighted().get());
        Selection selected = workbench.selection().get();
        if (selected != null) {
            view = view.withSelected(selected.target());
        }
        if (pulse.position().isPresent()) {
            view = view.withPulse(pulse.position().getAsDouble());
        }
        pane.setPainter(new StagePainter(view, wording));
    }

    private void choose(Hit hit) {
        if (hit.target() instanceof EdgeTarget edge) {
            boolean backward = shown.cursor() > shown.program().start(Phase.BACKWARD);
            workbench.selection().set(new Selection(edge.site(), backward, edge.t(), 0));
        } else if (hit.target() instanceof StepTarget step) {
            int line = shown.current()
                    .or(shown::next)
                    .map(position -> position.line().number())
                    .orElse(1);
            workbench.runTo(line, step.t());
        }
    }
}
