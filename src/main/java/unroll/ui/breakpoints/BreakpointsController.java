package unroll.ui.breakpoints;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Stops;
import unroll.ui.state.BreakpointDraft;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** All breakpoints with how often they stop, and the form in which one is written. */
public final class BreakpointsController {
    private final Workbench workbench;
    private final Messages messages;
    private final List<BreakpointEntry> entries = new ArrayList<>();
    private List<Breakpoint> shown = List.of();

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox list;

    public BreakpointsController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        workbench.debugger().subscribe(this::show);
    }

    private void show(Debugger at) {
        if (at == null) {
            return;
        }
        if (!at.breakpoints().equals(shown)) {
            shown = at.breakpoints();
            entries.clear();
            shown.forEach(each -> entries.add(new BreakpointEntry(each, workbench, messages)));
            list.getChildren().setAll(entries);
        }
        scroll.setVisible(!shown.isEmpty());
        scroll.setManaged(!shown.isEmpty());
        Stops stops = workbench.stops();
        entries.forEach(entry -> entry.count(at, stops));
    }

    /** Opens the form for a new one, on the line at which the debugger stands. */
    @FXML
    private void add() {
        Debugger at = workbench.debugger().get();
        if (at != null) {
            workbench.choices().draft().set(BreakpointDraft.at(at));
        }
    }
}
