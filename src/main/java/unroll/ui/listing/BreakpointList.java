package unroll.ui.listing;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.debug.Breakpoint;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** All breakpoints, to be switched off and on and deleted. */
final class BreakpointList {
    private final VBox box;
    private final Workbench workbench;
    private final Messages messages;
    private List<Breakpoint> shown = List.of();

    BreakpointList(VBox box, Workbench workbench, Messages messages) {
        this.box = box;
        this.workbench = workbench;
        this.messages = messages;
    }

    void show(List<Breakpoint> breakpoints) {
        if (!breakpoints.equals(shown)) {
            shown = breakpoints;
            box.getChildren().setAll(breakpoints.stream().map(this::entry).toList());
        }
    }

    private HBox entry(Breakpoint breakpoint) {
        CheckBox enabled = new CheckBox(text(breakpoint));
        enabled.setSelected(breakpoint.enabled());
        enabled.setTooltip(new Tooltip(messages.text("listing.enabled")));
        enabled.setOnAction(event -> workbench.replace(breakpoint, breakpoint.withEnabled(enabled.isSelected())));
        Button delete = new Button("", new FontIcon("fth-x"));
        delete.getStyleClass().addAll("flat", "small");
        delete.setAccessibleText(messages.text("listing.delete"));
        delete.setTooltip(new Tooltip(messages.text("listing.delete")));
        delete.setOnAction(event -> workbench.toggle(breakpoint));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox entry = new HBox(enabled, space, delete);
        entry.getStyleClass().add("entry");
        return entry;
    }

    private String text(Breakpoint breakpoint) {
        if (breakpoint.line() == Breakpoint.ANY) {
            return messages.text("listing.atStep", breakpoint.t());
        }
        return breakpoint.t() == Breakpoint.ANY
                ? messages.text("listing.atLine", breakpoint.line())
                : messages.text("listing.atLineAndStep", breakpoint.line(), breakpoint.t());
    }
}
