package unroll.ui.stage;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
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
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Wording;
import unroll.plot.circuit.CircuitView;
import unroll.plot.lanes.Viewport;
import unroll.plot.stage.EdgeTarget;
import unroll.plot.stage.Placing;
import unroll.plot.stage.StagePainter;
import unroll.plot.stage.StageView;
import unroll.plot.stage.StepTarget;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.lanes.TimeGestures;
import unroll.ui.lanes.UnitGestures;
import unroll.ui.lanes.UnitMenu;
import unroll.ui.state.Appearance;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Shows the stage around the cursor, animates the line that has just run, and lets numbers be selected. */
public final class StageController {
    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final Wording wording;
    private final Pulse pulse;
    private Debugger shown;
    private Placing placing = Placing.ALONE;

    /** What was chosen to fit; another number of columns was chosen by the user. Null before the first. */
    private Viewport fitted;

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
        this.messages = messages;
        this.wording = new Wording(messages);
        this.pulse = new Pulse(workbench, appearance, clock, this::show);
    }

    @FXML
    private void initialize() {
        figures.offer("stage", pane, () -> pane.getPainter() != null);
        figures.offerFilm("stage", this::film);
        emptyText.visibleProperty().bind(pane.painterProperty().isNull());
        workbench.debugger().subscribe(this::move);
        workbench.selection().subscribe(this::show);
        workbench.highlighted().subscribe(this::show);
        workbench.choices().convention().subscribe(this::show);
        workbench.viewport().subscribe(this::show);
        wholeToggle.selectedProperty().subscribe(this::fitAgain);
        pane.widthProperty().subscribe(this::fit);
        new MapGestures(workbench, pane, this::goTo).install();
        new TimeGestures(workbench, pane).install();
        UnitGestures gestures = new UnitGestures(workbench, pane, wording);
        gestures.install();
        gestures.setOnOther(this::choose);
        new UnitMenu(workbench, pane, messages).install();
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

    /** Whether a column has been opened into its circuit. */
    public ReadOnlyBooleanProperty showsCell() {
        return circuitController.isOpen();
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

    /** Says how it stands to another stage. */
    public void place(Placing beside) {
        placing = beside;
        fit();
        show();
    }

    private void move(Debugger at) {
        shown = at;
        pulse.move(at);
        openButton.setDisable(at == null);
        fit();
        show();
    }

    /** Shows all steps, or as many as can be read, the cursor's among them; what the user has zoomed stays. */
    private void fit() {
        Viewport now = workbench.viewport().get();
        if (shown == null || now == null || pane.getWidth() <= 0) {
            return;
        }
        int steps = shown.program().steps();
        boolean zoomed =
                fitted != null && fitted.steps() == steps && now.steps() == steps && now.count() != fitted.count();
        if (zoomed) {
            workbench.viewport().set(now.showing(t()));
        } else {
            fitAgain();
        }
    }

    private int t() {
        return shown.current().map(Position::t).orElse(0);
    }

    private void fitAgain() {
        Viewport now = workbench.viewport().get();
        if (shown == null || now == null || pane.getWidth() <= 0) {
            return;
        }
        int steps = shown.program().steps();
        Viewport readable = Viewport.readable(steps, t(), pane.getWidth() / pane.zoom());
        wholeToggle.setVisible(placing != Placing.UPPER && !readable.isWhole());
        Viewport fitting = wholeToggle.isSelected() ? Viewport.whole(steps) : readable;
        fitted = fitting;
        boolean sameColumns = now.steps() == steps && now.count() == fitting.count();
        workbench.viewport().set(sameColumns ? now.showing(t()) : fitting);
    }

    /** Shows fewer columns, or more, around the selected one or the cursor's. */
    public void zoom(boolean in) {
        Viewport now = workbench.viewport().get();
        if (shown != null && now != null) {
            Selection selected = workbench.selection().get();
            int wished = selected != null ? selected.t() : t();
            int anchor = now.contains(wished) ? wished : (now.first() + now.last()) / 2;
            workbench.viewport().set(now.zoomed(in ? 1 / TimeGestures.ZOOM : TimeGestures.ZOOM, anchor));
        }
    }

    /** Shows as many columns as can be read. */
    public void zoomToFit() {
        wholeToggle.setSelected(false);
        fitAgain();
    }

    /** Moves the shown columns by a quarter of them; the cursor stays. */
    public void pan(int direction) {
        Viewport now = workbench.viewport().get();
        if (now != null) {
            int by = Math.max(1, now.count() / 4);
            workbench.viewport().set(now.startingAt(now.first() + direction * by));
        }
    }

    private void show() {
        if (shown == null) {
            pane.setPainter(null);
            wholeToggle.setVisible(false);
            return;
        }
        StageView view = StageView.of(workbench.knowledge())
                .withRow(workbench.row())
                .withViewport(workbench.viewport().get())
                .withHighlighted(workbench.highlighted().get())
                .withPlacing(placing)
                .withConvention(workbench.choices().convention().get());
        Selection selected = workbench.selection().get();
        if (selected != null) {
            view = view.withSelected(selected.target());
        }
        if (pulse.position().isPresent()) {
            view = view.withPulse(pulse.position().getAsDouble());
        }
        pane.setPainter(new StagePainter(view, wording));
    }

    /** The stage as it is shown now, at any cursor; with more steps than are shown it goes along with the cursor. */
    private IntFunction<Painter> film() {
        Knowledge now = workbench.knowledge();
        Viewport columns = workbench.viewport().get();
        StageView look = StageView.of(now)
                .withRow(workbench.row())
                .withHighlighted(workbench.highlighted().get())
                .withPlacing(placing)
                .withConvention(workbench.choices().convention().get());
        return cursor -> {
            int t = cursor == 0 ? 1 : now.program().at(cursor - 1).t();
            StageView view = look.at(now.at(cursor)).withViewport(columns.showing(t));
            return new StagePainter(view, wording);
        };
    }

    private void choose(Hit hit) {
        if (hit.target() instanceof EdgeTarget edge) {
            boolean backward = shown.cursor() > shown.program().start(Phase.BACKWARD);
            workbench.selection().set(new Selection(edge.site(), backward, edge.t(), 0));
        } else if (hit.target() instanceof StepTarget step) {
            goTo(step.t());
        }
    }

    private void goTo(int t) {
        int line = shown.current()
                .or(shown::next)
                .map(position -> position.line().number())
                .orElse(1);
        workbench.stepping().runTo(line, t);
    }
}
