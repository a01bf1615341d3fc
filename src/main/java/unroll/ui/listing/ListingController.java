package unroll.ui.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.debug.Convention;
import unroll.debug.Debugger;
import unroll.debug.Listing;
import unroll.debug.Naming;
import unroll.debug.Position;
import unroll.debug.UnitName;
import unroll.debug.Vocabulary;
import unroll.ui.state.BreakpointDraft;
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
    private Direction direction = Direction.FORWARD;

    /** The row that keys act on, from 0. */
    private int chosen;

    @FXML
    private Label layerLabel;

    @FXML
    private MenuButton namesMenu;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox lines;

    public ListingController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        workbench.debugger().subscribe(this::show);
        fillNames();
        workbench.choices().convention().subscribe(convention -> {
            shown = null;
            show(workbench.debugger().get());
            scroll.applyCss();
            scroll.layout();
            reveal(currentRow());
        });
        workbench.highlighted().subscribe(ids -> rows.forEach(row -> row.light(ids)));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        lines.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
        lines.focusedProperty().subscribe(focused -> choose(currentRow()));
        lines.heightProperty().subscribe(height -> reveal(currentRow()));
        scroll.viewportBoundsProperty().subscribe(bounds -> reveal(currentRow()));
    }

    private void fillNames() {
        ToggleGroup group = new ToggleGroup();
        for (Convention convention : Convention.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("listing.names." + convention.name()));
            item.setToggleGroup(group);
            item.setOnAction(event -> workbench.choices().convention().set(convention));
            workbench.choices().convention().subscribe(now -> item.setSelected(now == convention));
            namesMenu.getItems().add(item);
        }
    }

    private void show(Debugger debugger) {
        if (debugger == null) {
            return;
        }
        Schedule schedule = debugger.program().schedule();
        if (!schedule.equals(shown) || shownSteps != debugger.program().steps()) {
            shown = schedule;
            shownSteps = debugger.program().steps();
            direction = Direction.FORWARD;
            build();
        }
        turn(chain(debugger).direction());
        mark(debugger);
    }

    private void build() {
        Network network = workbench.trace().get().network();
        Vocabulary vocabulary = new Vocabulary(network);
        Naming naming = new Naming(network, workbench.choices().convention().get());
        rows.clear();
        lines.getChildren().clear();
        Phase phase = null;
        for (Listing.Entry line : Listing.of(shown).entries()) {
            if (line.phase() != phase) {
                phase = line.phase();
                lines.getChildren().add(phaseHead(phase));
            }
            LineRow row = new LineRow(line, vocabulary, naming, workbench, messages);
            row.gutter().setOnAction(event -> workbench.toggle(Breakpoint.onLine(line.number())));
            row.head().setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    workbench.runTo(line.number(), step());
                }
            });
            rows.add(row);
            lines.getChildren().add(row);
        }
    }

    /** Shows the lines as layers run them that go in a direction. */
    private void turn(Direction running) {
        if (direction != running) {
            direction = running;
            List<Listing.Entry> turned = Listing.of(shown, direction).entries();
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).turn(turned.get(i));
            }
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

    private void mark(Debugger debugger) {
        int current =
                debugger.current().map(position -> position.line().number()).orElse(0);
        int next = debugger.next().map(position -> position.line().number()).orElse(0);
        for (LineRow row : rows) {
            int number = row.line().number();
            row.mark(number == current, number == next && number != current);
            row.mark(BreakpointMark.of(number, debugger.breakpoints()));
            row.cut(cut(number));
        }
        reveal(current - 1);
        Network network = workbench.trace().get().network();
        Chain chain = chain(debugger);
        String arrow = chain.direction().arrow();
        layerLabel.setText(
                UnitName.layer(network, chain).isPresent()
                        ? messages.text("listing.layer", chain.layer() + 1, network.layers(), arrow, step())
                        : messages.text("listing.step", step(), shownSteps));
    }

    /** Where the line belongs that has just run, before the first one the one that runs next. */
    private static Chain chain(Debugger debugger) {
        return debugger.current()
                .or(debugger::next)
                .map(position -> position.line().chain())
                .orElse(Chain.HEAD);
    }

    /** Why a line adds nothing at the present step, if truncation is the reason. */
    private Optional<String> cut(int number) {
        Trace trace = workbench.trace().get();
        ScheduledLine line = new ScheduledLine(shown.listing().get(number - 1), new Chain(0, direction));
        return trace.isCut(line, step())
                ? Optional.of(
                        messages.text("listing.cut", step(), trace.truncation().depth()))
                : Optional.empty();
    }

    private int currentRow() {
        Debugger debugger = workbench.debugger().get();
        return debugger == null
                ? -1
                : debugger.current()
                        .or(debugger::next)
                        .map(each -> each.line().number() - 1)
                        .orElse(0);
    }

    /** Scrolls just as far as needed to see a row with its neighbours. */
    private void reveal(int index) {
        double viewport = scroll.getViewportBounds().getHeight();
        double hidden = lines.getHeight() - viewport;
        if (hidden <= 0 || index < 0 || index >= rows.size()) {
            return;
        }
        Bounds row = rows.get(index).getBoundsInParent();
        double top = Math.max(0, row.getMinY() - row.getHeight());
        double bottom = Math.min(lines.getHeight(), row.getMaxY() + row.getHeight());
        double seenFrom = scroll.getVvalue() * hidden;
        if (top < seenFrom) {
            scroll.setVvalue(top / hidden);
        } else if (bottom > seenFrom + viewport) {
            scroll.setVvalue((bottom - viewport) / hidden);
        }
    }

    private void choose(int index) {
        chosen = Math.max(0, Math.min(rows.size() - 1, index));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).choose(i == chosen && lines.isFocused());
        }
        if (lines.isFocused()) {
            reveal(chosen);
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (rows.isEmpty()) {
            return;
        }
        int line = rows.get(chosen).line().number();
        if (code == KeyCode.UP || code == KeyCode.DOWN) {
            choose(chosen + (code == KeyCode.UP ? -1 : 1));
        } else if (code == KeyCode.ENTER) {
            workbench.runTo(line, step());
        } else if (code == KeyCode.F9) {
            workbench.toggle(Breakpoint.onLine(line));
        } else {
            return;
        }
        event.consume();
    }

    /** On the row under the mouse; by the keyboard, on the chosen one. */
    private void openMenu(ContextMenuEvent event) {
        if (rows.isEmpty()) {
            return;
        }
        LineRow row = event.isKeyboardTrigger()
                ? rows.get(chosen)
                : rows.stream()
                        .filter(each -> each.contains(each.sceneToLocal(event.getSceneX(), event.getSceneY())))
                        .findFirst()
                        .orElse(rows.get(chosen));
        int line = row.line().number();
        int t = step();
        menu.getItems()
                .setAll(
                        item(messages.text("listing.runToHere"), () -> workbench.runTo(line, t)),
                        item(messages.text("listing.toggle"), () -> workbench.toggle(Breakpoint.onLine(line))),
                        item(messages.text("listing.toggleAtStep", t), () -> workbench.toggle(Breakpoint.at(line, t))),
                        item(messages.text("listing.toggleStep", t), () -> workbench.toggle(Breakpoint.onStep(t))),
                        item(
                                messages.text("listing.condition"),
                                () -> workbench.choices().draft().set(BreakpointDraft.of(Breakpoint.onLine(line)))));
        if (row.opens()) {
            menu.getItems().add(item(messages.text("listing.toggleRows"), row::toggleRows));
        }
        menu.show(row, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
