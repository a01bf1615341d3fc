package unroll.ui.inspector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Inspection.Subject;
import unroll.debug.Knowledge;
import unroll.debug.Naming;
import unroll.debug.Position;
import unroll.debug.UnitName;
import unroll.plot.Hit;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.sheet.Gap;
import unroll.plot.sheet.Paragraph;
import unroll.plot.sheet.Row;
import unroll.plot.sheet.Saying;
import unroll.plot.sheet.SheetPainter;
import unroll.plot.sheet.Type;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.inspector.InspectionSheet.LineTarget;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Explains the selected number where the debugger stands, and keeps a few numbers in sight. */
public final class InspectorController {
    private static final double BETWEEN = 18;

    private final Workbench workbench;
    private final Messages messages;
    private final Nudging nudging;

    /** The numbers from which terms were followed to the one that is shown. */
    private final Deque<Selection> followed = new ArrayDeque<>();

    private Selection shown;
    private SheetPainter sheet = SheetPainter.of(List.of());
    private int link;

    @FXML
    private Label subjectLabel;

    @FXML
    private Button backButton;

    @FXML
    private Button nudgeButton;

    @FXML
    private ScrollPane scroll;

    @FXML
    private PaintedPane pane;

    public InspectorController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
        this.nudging = new Nudging(workbench, messages);
    }

    @FXML
    private void initialize() {
        pane.setOnHit(this::follow);
        pane.hovered().subscribe(hit -> pane.setCursor(hit == null ? Cursor.DEFAULT : Cursor.HAND));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pane.focusVisibleProperty().subscribe(visible -> paint());
        pane.widthProperty().subscribe(width -> fit());
        workbench.debugger().subscribe(debugger -> show());
        workbench.selection().subscribe(selection -> show());
        workbench.choices().entry().subscribe(entry -> show());
        workbench.choices().convention().subscribe(convention -> show());
    }

    private void show() {
        Debugger debugger = workbench.debugger().get();
        boolean ready = debugger != null
                && debugger.program().steps() == workbench.trace().get().steps();
        Selection selection = workbench.selection().get();
        if (selection == null || !selection.equals(shown)) {
            link = 0;
            scroll.setVvalue(0);
        }
        shown = selection;
        subjectLabel.setText("");
        List<Row> rows = new ArrayList<>(nudging.rows());
        List<Row> update = ready ? update(debugger) : List.of();
        rows.addAll(update);
        if (ready && selection != null && fits(selection, workbench.trace().get())) {
            rows.addAll(update.isEmpty() ? List.of() : List.of(new Gap(BETWEEN)));
            rows.addAll(explain(workbench.knowledge(), selection));
        } else if (rows.isEmpty()) {
            rows.add(Paragraph.of(Saying.of(messages.text("inspector.nothing")), Type.NOTE));
        }
        nudgeButton.setVisible(nudging.isPossible());
        nudgeButton.setManaged(nudgeButton.isVisible());
        set(rows);
        backButton.setVisible(!followed.isEmpty());
        backButton.setManaged(!followed.isEmpty());
    }

    /** A selection outlives the network that it was made in. */
    private static boolean fits(Selection selection, Trace trace) {
        return trace.sites().contains(selection.site())
                && selection.t() <= trace.steps()
                && selection.unit() < trace.width(selection.site());
    }

    /** The line of the update that has just run, if it is one. */
    private List<Row> update(Debugger debugger) {
        Optional<Position> here = debugger.current().filter(position -> position.phase() == Phase.UPDATE);
        return here.map(position -> {
                    int line = position.index() - debugger.program().start(Phase.UPDATE);
                    boolean ofIteration = workbench.iterations().traced().isPresent();
                    return UpdateSheet.of(
                            workbench.iterations().update(),
                            line,
                            workbench.followedEntry(),
                            ofIteration,
                            new Naming(
                                    workbench.trace().get().network(),
                                    workbench.choices().convention().get()),
                            messages);
                })
                .orElse(List.of());
    }

    private List<Row> explain(Knowledge knowledge, Selection selection) {
        Subject subject =
                new Subject(selection.site(), selection.gradient(), selection.t(), workbench.row(), selection.unit());
        Network network = knowledge.trace().network();
        Optional<String> layer = UnitName.layer(network, selection.site().chain());
        subjectLabel.setText(messages.text(
                layer.isPresent() ? "inspector.unitOfLayer" : "inspector.unit",
                UnitName.unit(network, subject),
                selection.t(),
                layer.orElse("")));
        return InspectionSheet.of(
                knowledge, subject, workbench.choices().convention().get(), messages);
    }

    private void set(List<Row> rows) {
        sheet = SheetPainter.of(rows);
        pane.setAccessibleText(sheet.text());
        fit();
    }

    /** Gives the pane the height that the sheet takes at the pane's width. */
    private void fit() {
        if (pane.getWidth() > 0) {
            pane.setMinHeight(Math.ceil(sheet.height(pane.getWidth() / pane.zoom()) * pane.zoom()));
        }
        paint();
    }

    private void paint() {
        pane.setPainter(sheet.withFocus(pane.isFocusVisible() ? OptionalInt.of(link) : OptionalInt.empty()));
    }

    private void follow(Hit hit) {
        pane.requestFocus();
        if (hit.target() instanceof UnitTarget target) {
            followed.push(workbench.selection().get());
            workbench.selection().set(Selection.of(target));
        } else if (hit.target() instanceof LineTarget line) {
            workbench.moveTo(line.cursor());
        }
    }

    @FXML
    private void nudge() {
        nudging.nudge();
        show();
        scroll.setVvalue(0);
    }

    @FXML
    private void back() {
        if (!followed.isEmpty()) {
            workbench.selection().set(followed.pop());
        }
    }

    private void key(KeyEvent event) {
        List<Hit> links = sheet.links(pane.getWidth() / pane.zoom());
        KeyCode code = event.getCode();
        if (code == KeyCode.BACK_SPACE) {
            back();
        } else if (links.isEmpty()) {
            return;
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            link = Math.floorMod(link + (code == KeyCode.DOWN ? 1 : -1), links.size());
            paint();
        } else if (code == KeyCode.ENTER && link < links.size()) {
            follow(links.get(link));
        } else {
            return;
        }
        event.consume();
    }
}
