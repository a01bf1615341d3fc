package unroll.ui.lanes;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Hit;
import unroll.plot.Wording;
import unroll.plot.input.InputPainter;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.QuantityTarget;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.UnitText;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/**
 * What mouse and keys do alike on the stage and in the lanes: a click selects a number, pointing at one brings its
 * quantity out in all views, up and down go through the units. A double click on an input, or F2, leads to where it is
 * changed.
 */
public final class UnitGestures {
    private final Workbench workbench;
    private final PaintedPane pane;
    private final Wording wording;
    private Consumer<Hit> onOther = hit -> {};

    public UnitGestures(Workbench workbench, PaintedPane pane, Wording wording) {
        this.workbench = workbench;
        this.pane = pane;
        this.wording = wording;
    }

    /** Begins to listen to the pane, for as long as it lives. */
    public void install() {
        pane.setOnHit(this::select);
        pane.hovered().subscribe(this::highlight);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pane.requestFocus());
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::open);
        workbench.selection().subscribe(this::describe);
        workbench.debugger().subscribe(this::describe);
    }

    /** Sets what a click on anything but a number does. */
    public void setOnOther(Consumer<Hit> action) {
        onOther = action;
    }

    private void open(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            pane.hitAt(event.getX(), event.getY())
                    .filter(hit -> hit.target() instanceof UnitTarget target && InputPainter.isInput(target))
                    .ifPresent(hit -> workbench.probing().editNumber());
        }
    }

    private void select(Hit hit) {
        pane.requestFocus();
        if (hit.target() instanceof UnitTarget target) {
            workbench.selection().set(Selection.of(target));
        } else {
            onOther.accept(hit);
        }
    }

    private void highlight(Hit hit) {
        Set<String> ids = hit == null ? Set.of() : idsOf(hit.target());
        if (!ids.equals(workbench.highlighted().get())) {
            workbench.highlighted().set(ids);
        }
    }

    private Set<String> idsOf(Hit.Target target) {
        if (target instanceof QuantityTarget quantity) {
            return quantity.ids();
        }
        return target instanceof UnitTarget unit ? laneOf(unit) : Set.of();
    }

    private Set<String> laneOf(UnitTarget target) {
        Network network = workbench.trace().get().network();
        Optional<Lane> lane = LaneList.of(network).lanes().stream()
                .filter(each -> each.holds(network, target))
                .findFirst();
        return lane.map(found -> Set.of(found.id())).orElse(Set.of());
    }

    /** Says the selected unit, its step and its value to screen readers. */
    private void describe() {
        Selection selected = workbench.selection().get();
        if (selected != null && workbench.debugger().get() != null) {
            Knowledge knowledge = workbench.knowledge();
            KnownVector vector = selected.gradient()
                    ? knowledge.gradients(selected.site(), workbench.row())
                    : knowledge.values(selected.site(), workbench.row());
            Network network = knowledge.trace().network();
            pane.setAccessibleText(new UnitText(network, wording).of(selected.target(), vector));
        }
    }

    private void key(KeyEvent event) {
        Selection selected = workbench.selection().get();
        boolean up = event.getCode() == KeyCode.UP;
        if (selected == null || !(up || event.getCode() == KeyCode.DOWN)) {
            return;
        }
        int unit = selected.unit() + (up ? -1 : 1);
        if (unit >= 0 && unit < workbench.trace().get().width(selected.site())) {
            workbench.selection().set(selected.ofUnit(unit));
        }
        event.consume();
    }
}
