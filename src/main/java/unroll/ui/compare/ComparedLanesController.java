package unroll.ui.compare;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.plot.Hit;
import unroll.plot.Side;
import unroll.plot.Wording;
import unroll.plot.lanes.ComparedLanesPainter;
import unroll.plot.lanes.ComparedLanesView;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.FormulaView;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** One quantity of both sides, unit by unit, and their difference. */
public final class ComparedLanesController {
    private static final String AT_FIRST = "h";

    private final Comparison comparison;
    private final Workbench a;
    private final Workbench b;
    private final Figures figures;
    private final Wording wording;
    private Network offeredForA;
    private Network offeredForB;

    @FXML
    private ComboBox<Lane> quantityBox;

    @FXML
    private PaintedPane pane;

    public ComparedLanesController(Comparison comparison, Figures figures, Messages messages) {
        this.comparison = comparison;
        this.a = comparison.side(Side.A);
        this.b = comparison.side(Side.B);
        this.figures = figures;
        this.wording = new Wording(messages);
    }

    @FXML
    private void initialize() {
        figures.offer("comparedLanes", pane, () -> comparison.open().get() && pane.getPainter() != null);
        quantityBox.setCellFactory(list -> cell());
        quantityBox.setButtonCell(cell());
        quantityBox.valueProperty().subscribe(this::show);
        pane.setOnHit(this::select);
        for (Workbench side : List.of(a, b)) {
            side.debugger().subscribe(this::show);
            side.viewport().subscribe(this::show);
            side.selection().subscribe(this::show);
        }
        comparison.open().subscribe(this::show);
    }

    private static ListCell<Lane> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Lane lane, boolean empty) {
                super.updateItem(lane, empty);
                setGraphic(empty || lane == null ? null : new FormulaView(Formula.parse(lane.tex())));
            }
        };
    }

    private void show() {
        if (!comparison.isPaired()) {
            return;
        }
        offer();
        Lane chosen = quantityBox.getValue();
        if (chosen == null) {
            return;
        }
        ComparedLanesView view = ComparedLanesView.of(a.knowledge(), b.knowledge(), chosen.id())
                .withViewport(a.viewport().get());
        Selection selected = a.selection().get() == null
                ? b.selection().get()
                : a.selection().get();
        if (selected != null) {
            view = view.withSelected(selected.target());
        }
        ComparedLanesPainter painter = new ComparedLanesPainter(view, wording);
        pane.setPainter(painter);
        pane.setAccessibleText(painter.description());
    }

    /** The quantities that both networks have; the chosen one stays where it can. */
    private void offer() {
        Knowledge ofA = a.knowledge();
        Knowledge ofB = b.knowledge();
        if (ofA.trace().network().equals(offeredForA) && ofB.trace().network().equals(offeredForB)) {
            return;
        }
        offeredForA = ofA.trace().network();
        offeredForB = ofB.trace().network();
        List<Lane> lanes = ComparedLanesView.comparable(ofA, ofB);
        if (!lanes.equals(quantityBox.getItems())) {
            String before = quantityBox.getValue() == null
                    ? AT_FIRST
                    : quantityBox.getValue().id();
            quantityBox.getItems().setAll(lanes);
            LaneList offered = new LaneList(lanes);
            quantityBox.setValue(
                    offered.find(before).or(() -> offered.find(AT_FIRST)).orElse(lanes.get(0)));
        }
    }

    private void select(Hit hit) {
        pane.requestFocus();
        if (hit.target() instanceof UnitTarget target) {
            a.selection().set(Selection.of(target));
        }
    }
}
