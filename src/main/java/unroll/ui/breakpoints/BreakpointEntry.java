package unroll.ui.breakpoints;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Stops;
import unroll.ui.state.BreakpointDraft;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** One breakpoint in the list: a switch, where it stops and when, how often it does, and buttons to edit and delete it. */
final class BreakpointEntry extends VBox {
    private final Breakpoint breakpoint;
    private final Workbench workbench;
    private final Messages messages;
    private final Label hits = new Label();
    private final Label problem = new Label();

    BreakpointEntry(Breakpoint breakpoint, Workbench workbench, Messages messages) {
        this.breakpoint = breakpoint;
        this.workbench = workbench;
        this.messages = messages;
        getStyleClass().add("entry");
        CheckBox enabled = new CheckBox(text());
        enabled.setMnemonicParsing(false);
        enabled.setWrapText(true);
        enabled.setMinHeight(Region.USE_PREF_SIZE);
        enabled.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(enabled, Priority.ALWAYS);
        enabled.setSelected(breakpoint.enabled());
        enabled.setTooltip(new Tooltip(messages.text("breakpoints.enabled")));
        enabled.setOnAction(event -> replaceBy(breakpoint.withEnabled(enabled.isSelected())));
        hits.getStyleClass().addAll("hits", "muted");
        hits.setMinWidth(USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Button edit = button("fth-edit-2", "breakpoints.edit");
        edit.setOnAction(event -> workbench.choices().draft().set(BreakpointDraft.editing(breakpoint)));
        Button delete = button("fth-x", "breakpoints.delete");
        delete.setOnAction(event -> workbench.toggle(breakpoint));
        HBox line = new HBox(enabled, hits, edit, delete);
        line.getStyleClass().add("entry-line");
        getChildren().addAll(line, problem);
    }

    private Button button(String icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(messages.text(key));
        button.setTooltip(new Tooltip(messages.text(key)));
        return button;
    }

    private void replaceBy(Breakpoint after) {
        workbench.setBreakpoints(all ->
                all.stream().map(each -> each.equals(breakpoint) ? after : each).toList());
    }

    private String text() {
        List<Optional<String>> parts = List.of(
                breakpoint.line() == Breakpoint.ANY
                        ? Optional.empty()
                        : Optional.of(messages.text("breakpoints.line", breakpoint.line())),
                breakpoint.t() == Breakpoint.ANY
                        ? Optional.empty()
                        : Optional.of(messages.text("breakpoints.step", breakpoint.t())),
                breakpoint.layer() == Breakpoint.ANY
                        ? Optional.empty()
                        : Optional.of(messages.text("breakpoints.layer", breakpoint.layer())),
                breakpoint.condition().map(condition -> messages.text("breakpoints.when", condition.text())));
        return String.join(", ", parts.stream().flatMap(Optional::stream).toList());
    }

    /** Says how often the breakpoint stops in the trace, and how often before the cursor. */
    void count(Debugger at, Stops stops) {
        int all = stops.hits(breakpoint).length;
        int before = stops.countBefore(breakpoint, at.cursor());
        hits.setText(all == 0 ? messages.text("breakpoints.noHits") : messages.text("breakpoints.hits", before, all));
        hits.setTooltip(new Tooltip(messages.text("breakpoints.hits.tip", before, all)));
        Optional<String> wrong = stops.problem(breakpoint);
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
    }
}
