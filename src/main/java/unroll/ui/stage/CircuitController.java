package unroll.ui.stage;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.trace.Trace;
import unroll.debug.Convention;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.UnitName;
import unroll.plot.Painter;
import unroll.plot.Wording;
import unroll.plot.circuit.CircuitPainter;
import unroll.plot.circuit.CircuitPlan;
import unroll.plot.circuit.CircuitView;
import unroll.plot.circuit.CircuitView.Place;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.canvas.FrameClock;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.lanes.UnitGestures;
import unroll.ui.lanes.UnitMenu;
import unroll.ui.state.Appearance;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Shows one cell at one step, opened, in the place of the stage. It follows the cursor through steps and layers. */
public final class CircuitController {
    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final Wording wording;
    private final Pulse pulse;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(this, "place");
    private int cursor;
    private Network planned;
    private int plannedLayer;
    private CircuitPlan plan;

    @FXML
    private BorderPane root;

    @FXML
    private PaintedPane pane;

    @FXML
    private ComboBox<Chain> chainBox;

    @FXML
    private Button earlierButton;

    @FXML
    private Label stepLabel;

    @FXML
    private Button laterButton;

    public CircuitController(
            Workbench workbench, Appearance appearance, Figures figures, FrameClock clock, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
        this.wording = new Wording(messages);
        this.pulse = new Pulse(workbench, appearance, clock, this::show);
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(open);
        figures.offer("circuit", pane, open::get);
        figures.offerFilm("circuit", this::film);
        chainBox.setConverter(new ChoiceNames<>(this::nameOf));
        chainBox.valueProperty().subscribe(this::choose);
        new UnitGestures(workbench, pane, wording).install();
        new UnitMenu(workbench, pane, messages).install();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        workbench.debugger().subscribe(this::move);
        workbench.selection().subscribe(this::show);
        workbench.highlighted().subscribe(this::show);
        workbench.choices().convention().subscribe(this::show);
        place.subscribe(this::show);
    }

    private String nameOf(Chain chain) {
        Network network = workbench.trace().get().network();
        return messages.text("stage.layer", UnitName.layer(network, chain).orElse("1"));
    }

    /** Opens a cell, and goes there with the keys. */
    void open(Place at) {
        place.set(at);
        open.set(true);
        fit();
        show();
        pane.requestFocus();
    }

    /** Gives the place back to the stage. */
    @FXML
    void close() {
        open.set(false);
    }

    ReadOnlyBooleanProperty isOpen() {
        return open;
    }

    @FXML
    private void earlier() {
        go(place.get().t() - 1);
    }

    @FXML
    private void later() {
        go(place.get().t() + 1);
    }

    private void go(int t) {
        if (t >= 1 && t <= workbench.trace().get().steps()) {
            place.set(place.get().atStep(t));
        }
    }

    private void choose(Chain chain) {
        if (chain != null && place.get() != null) {
            place.set(new Place(chain, place.get().t(), place.get().row()));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            earlier();
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            later();
        } else {
            return;
        }
        event.consume();
    }

    /**
     * Follows the cursor where that has moved; an update belongs to no step, so there it stays where it is. Between two
     * programs there is none.
     */
    private void move(Debugger at) {
        pulse.move(at);
        if (at == null) {
            pane.setPainter(null);
            return;
        }
        boolean moved = at.cursor() != cursor;
        cursor = at.cursor();
        if (open.get()) {
            fit();
            boolean inStep =
                    at.current().filter(line -> line.phase() != Phase.UPDATE).isPresent();
            if (moved && inStep) {
                place.set(Place.at(workbench.knowledge()));
            }
            show();
        }
    }

    /** Another network may have fewer layers and steps. */
    private void fit() {
        Trace trace = workbench.trace().get();
        List<Chain> chains = trace.network().chains();
        if (!chains.equals(chainBox.getItems())) {
            chainBox.getItems().setAll(chains);
            chainBox.setVisible(chains.size() > 1);
            chainBox.setManaged(chains.size() > 1);
        }
        Place at = place.get();
        if (!chains.contains(at.chain()) || at.t() > trace.steps()) {
            place.set(Place.at(workbench.knowledge()));
        }
    }

    private CircuitPlan plan(Chain chain) {
        Network network = workbench.trace().get().network();
        if (plan == null || !network.equals(planned) || chain.layer() != plannedLayer) {
            planned = network;
            plannedLayer = chain.layer();
            plan = CircuitPlan.of(network, chain);
        }
        return plan;
    }

    private void show() {
        Place at = place.get();
        if (!open.get() || at == null || workbench.debugger().get() == null) {
            return;
        }
        CircuitView view = CircuitView.of(plan(at.chain()), at.inRow(workbench.row()), workbench.knowledge())
                .withHighlighted(workbench.highlighted().get())
                .withConvention(workbench.choices().convention().get());
        Selection selected = workbench.selection().get();
        if (selected != null) {
            view = view.withSelected(selected.target());
        }
        if (pulse.position().isPresent()) {
            view = view.withPulse(pulse.position().getAsDouble());
        }
        pane.setPainter(new CircuitPainter(view, wording));
        chainBox.setValue(at.chain());
        stepLabel.setText("t = " + at.t());
        earlierButton.setDisable(at.t() == 1);
        laterButton.setDisable(at.t() == workbench.trace().get().steps());
    }

    /** The opened cell at any cursor, going along with its step. */
    private IntFunction<Painter> film() {
        Knowledge now = workbench.knowledge();
        Place from = place.get().inRow(workbench.row());
        CircuitPlan planOfCell = plan(from.chain());
        Convention convention = workbench.choices().convention().get();
        return cursor -> {
            Position last = now.program().at(Math.max(0, cursor - 1));
            Place at = last.phase() == Phase.UPDATE ? from : from.atStep(last.t());
            return new CircuitPainter(
                    CircuitView.of(planOfCell, at, now.at(cursor)).withConvention(convention), wording);
        };
    }
}
