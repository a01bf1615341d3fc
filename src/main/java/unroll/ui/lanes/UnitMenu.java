package unroll.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import unroll.core.model.Network;
import unroll.debug.Breakpoint;
import unroll.debug.measure.Aggregate;
import unroll.debug.measure.Comparison;
import unroll.debug.measure.Condition;
import unroll.debug.measure.Measure;
import unroll.debug.measure.Reading;
import unroll.debug.measure.Step;
import unroll.debug.measure.Symbol;
import unroll.plot.Hit;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.BreakpointDraft;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** What can be done with a number on the stage or in a lane: it, its norm or its vector watched, a run stopped at it. */
public final class UnitMenu {
    private static final double FIRST_BOUND = 1e-6;

    private final Workbench workbench;
    private final PaintedPane pane;
    private final Messages messages;
    private final ContextMenu menu = new ContextMenu();

    public UnitMenu(Workbench workbench, PaintedPane pane, Messages messages) {
        this.workbench = workbench;
        this.pane = pane;
        this.messages = messages;
    }

    /** Opens on what lies under the mouse; by the keyboard, on what is selected. */
    public void install() {
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::open);
    }

    private void open(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            pane.hitAt(event.getX(), event.getY())
                    .map(Hit::target)
                    .filter(UnitTarget.class::isInstance)
                    .ifPresent(target -> workbench.selection().set(Selection.of((UnitTarget) target)));
        }
        Selection selected = workbench.selection().get();
        if (selected == null || workbench.debugger().get() == null) {
            return;
        }
        menu.getItems().setAll(items(selected));
        menu.show(pane, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /** For a number; the same menu stands in the inspector. */
    private List<MenuItem> items(Selection selected) {
        Network network = workbench.trace().get().network();
        Symbol symbol = Symbol.of(network, selected.site(), selected.unit(), selected.gradient());
        int unit = Symbol.unitOf(network, selected.site(), selected.unit());
        List<MenuItem> items = new ArrayList<>();
        Measure norm = new Measure(symbol, Step.HERE, Aggregate.NORM);
        Measure one = new Measure(symbol, Step.HERE, new Reading.Unit(unit));
        Measure all = new Measure(symbol, Step.HERE, new Reading.Whole());
        for (Measure measure : List.of(one, norm, all)) {
            MenuItem watch = new MenuItem(messages.text("lanes.watch", measure.text()));
            watch.setMnemonicParsing(false);
            watch.setOnAction(event -> workbench.choices().watch(measure));
            items.add(watch);
        }
        items.add(new SeparatorMenuItem());
        items.add(stop(norm, Comparison.BELOW, FIRST_BOUND));
        items.add(stop(one, Comparison.ABOVE, 0));
        return items;
    }

    private MenuItem stop(Measure measure, Comparison comparison, double bound) {
        Condition condition = Condition.of(measure, comparison, bound);
        MenuItem item = new MenuItem(messages.text("lanes.stopWhen", measure.text() + " " + comparison.sign()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> workbench.choices().draft().set(BreakpointDraft.of(Breakpoint.when(condition))));
        return item;
    }
}
