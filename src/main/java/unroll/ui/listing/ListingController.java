package unroll.ui.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Listing;
import unroll.debug.Position;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The listing in three phases: the line that has just run, the one that runs next, and the breakpoints. */
public final class ListingController {
    private final Workbench workbench;
    private final Messages messages;
    private final List<LineRow> rows = new ArrayList<>();
    private final ContextMenu menu = new ContextMenu();
    private Schedule shown;
    private int shownSteps;

    @FXML
    private Label layerLabel;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox lines;

    @FXML
    private VBox breakpointSection;

    @FXML
    private VBox breakpoints;

    public ListingController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        workbench.debugger().subscribe(this::show);
    }

    private void show(Debugger debugger) {
        if (debugger == null) {
            return;
        }
        Schedule schedule = debugger.program().schedule();
        if (!schedule.equals(shown) || shownSteps != debugger.program().steps()) {
            shown = schedule;
            shownSteps = debugger.program().steps();
            build();
        }
        mark(debugger);
        showBreakpoints(debugger);
    }

    private void build() {
        rows.clear();
        lines.getChildren().clear();
        Phase phase = null;
        for (Listing.Entry line : Listing.of(shown).entries()) {
            if (line.phase() != phase) {
                phase = line.phase();
                lines.getChildren().add(phaseHead(phase));
            }
            LineRow row = new LineRow(line, workbench, messages);
            row.gutter().setOnMouseClicked(event -> {
                workbench.toggle(Breakpoint.onLine(line.number()));
                event.consume();
            });
            row.head().setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    workbench.runTo(line.number(), step());
                }
            });
            row.head().setOnContextMenuRequested(event -> openMenu(row, event));
            rows.add(row);
            lines.getChildren().add(row);
        }
    }

    private Label phaseHead(Phase phase) {
        String name = phase.name().toLowerCase(Locale.ROOT);
        Label head = new Label(messages.text("listing.phase." + name, shownSteps));
        head.getStyleClass().addAll("phase-head", name);
        return head;
    }

    /** The time step at which the debugger stands; the first before anything has run. */
    private int step() {
        Debugger debugger = workbench.debugger().get();
        return debugger.current().or(debugger::next).map(Position::t).orElse(1);
    }

    private void openMenu(LineRow row, ContextMenuEvent event) {
        int line = row.line().number();
        menu.getItems()
                .setAll(
                        item("listing.runToHere", () -> workbench.runTo(line, step())),
                        item("listing.toggle", () -> workbench.toggle(Breakpoint.onLine(line))),
                        item(
                                "listing.toggleAtStep",
                                () -> workbench.toggle(new Breakpoint(line, step(), true)),
                                step()),
                        item("listing.toggleStep", () -> workbench.toggle(Breakpoint.onStep(step())), step()));
        menu.show(row, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem item(String key, Runnable action, Object... values) {
        MenuItem item = new MenuItem(messages.text(key, values));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void mark(Debugger debugger) {
        int current =
                debugger.current().map(position -> position.line().number()).orElse(0);
        int next = debugger.next().map(position -> position.line().number()).orElse(0);
        int t = step();
        for (LineRow row : rows) {
            int number = row.line().number();
            boolean stops = debugger.breakpoints().stream().anyMatch(each -> each.enabled() && each.line() == number);
            row.mark(number == current, number == next && number != current, stops);
            if (number == current) {
                reveal(row);
            }
        }
        int layers = workbench.trace().get().network().layers();
        int layer = debugger.current().map(position -> position.line().layer()).orElse(0);
        boolean several = layers > 1 && layer >= 0;
        layerLabel.setText(
                several
                        ? messages.text("listing.layer", layer + 1, layers, t)
                        : messages.text("listing.step", t, shownSteps));
    }

    /** Scrolls just as far as needed to see the current line. */
    private void reveal(LineRow row) {
        double height = lines.getHeight() - scroll.getViewportBounds().getHeight();
        if (height <= 0) {
            return;
        }
        double top = row.getBoundsInParent().getMinY();
        double bottom = row.getBoundsInParent().getMaxY();
        double seenFrom = scroll.getVvalue() * height;
        double seenTo = seenFrom + scroll.getViewportBounds().getHeight();
        if (top < seenFrom) {
            scroll.setVvalue(top / height);
        } else if (bottom > seenTo) {
            scroll.setVvalue((bottom - scroll.getViewportBounds().getHeight()) / height);
        }
    }

    private void showBreakpoints(Debugger debugger) {
        breakpointSection.setVisible(!debugger.breakpoints().isEmpty());
        breakpointSection.setManaged(!debugger.breakpoints().isEmpty());
        breakpoints
                .getChildren()
                .setAll(debugger.breakpoints().stream().map(this::entry).toList());
    }

    private HBox entry(Breakpoint breakpoint) {
        CheckBox enabled = new CheckBox(text(breakpoint));
        enabled.setSelected(breakpoint.enabled());
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
