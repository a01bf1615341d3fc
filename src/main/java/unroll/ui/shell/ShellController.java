package unroll.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.ui.check.CheckController;
import unroll.ui.compare.ComparisonController;
import unroll.ui.compare.OtherSide;
import unroll.ui.compare.TwoSides;
import unroll.ui.export.ExportController;
import unroll.ui.lanes.LanesController;
import unroll.ui.lesson.PresentedController;
import unroll.ui.panels.PanelsController;
import unroll.ui.stage.StageController;
import unroll.ui.state.Appearance;
import unroll.ui.state.BreakpointDraft;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;
import unroll.ui.transport.Player;
import unroll.ui.transport.TransportController;

/** Holds all views together: which of them are folded, what lies over them, and the keys that work everywhere. */
public final class ShellController {
    private final Workbench workbench;
    private final Appearance appearance;
    private final Player player;
    private final Comparison comparison;
    private final OtherSide other;
    private final Messages messages;
    private Blackout blackout;
    private Overlay overlays;
    private Arrangement arrangement;

    @FXML
    private SplitPane columns;

    @FXML
    private StackPane center;

    @FXML
    private SplitPane middle;

    @FXML
    private Node stageColumn;

    @FXML
    private StageController stageController;

    @FXML
    private Parent compare;

    @FXML
    private ComparisonController compareController;

    @FXML
    private TwoSides listings;

    @FXML
    private TwoSides inspectors;

    @FXML
    private SplitPane side;

    @FXML
    private Node header;

    @FXML
    private HeaderController headerController;

    @FXML
    private Node guide;

    @FXML
    private Node panels;

    @FXML
    private PanelsController panelsController;

    @FXML
    private Node lanes;

    @FXML
    private LanesController lanesController;

    @FXML
    private TransportController transportController;

    @FXML
    private Node transport;

    @FXML
    private StackPane root;

    @FXML
    private PresentedController presentedController;

    @FXML
    private StackPane overlay;

    @FXML
    private Parent export;

    @FXML
    private ExportController exportController;

    @FXML
    private Parent keyList;

    @FXML
    private Parent check;

    @FXML
    private CheckController checkController;

    public ShellController(
            Workbench workbench,
            Appearance appearance,
            Player player,
            Comparison comparison,
            OtherSide other,
            Messages messages) {
        this.workbench = workbench;
        this.appearance = appearance;
        this.player = player;
        this.comparison = comparison;
        this.other = other;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        overlays = new Overlay(overlay);
        blackout = new Blackout(root, appearance);
        Foldable foldablePanels = new Foldable(middle, panels);
        CellRoom cellRoom = new CellRoom(middle, new Foldable(middle, lanes), foldablePanels);
        arrangement = new Arrangement(
                List.of(columns, middle, side),
                List.of(new Foldable(columns, guide), new Foldable(columns, side), foldablePanels),
                cellRoom,
                panelsController);
        cellRoom.follow(stageController.showsCell(), this::layout);
        headerController.connect(arrangement.folding(), this::export, this::help, this::check);
        new InputRoom(
                middle,
                workbench.probing().editing(),
                () -> appearance.textSize().get().pixels());
        listings.connect(comparison, other, messages);
        inspectors.connect(comparison, other, messages);
        comparison
                .open()
                .subscribe(new Middle(center, middle, stageColumn, stageController, compare, compareController)::show);
        new Presenting(appearance, arrangement, columns).install();
        header.visibleProperty().bind(appearance.presenting().not());
        header.managedProperty().bind(header.visibleProperty());
        columns.visibleProperty().bind(workbench.home().not());
        transport.visibleProperty().bind(columns.visibleProperty());
        transport.managedProperty().bind(columns.visibleProperty());
        overlay.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                shortcuts().install(scene);
            }
        });
    }

    private Shortcuts shortcuts() {
        KeyCombination.Modifier ctrl = KeyCombination.SHORTCUT_DOWN;
        KeyCombination.Modifier shift = KeyCombination.SHIFT_DOWN;
        Shortcuts shortcuts =
                new Shortcuts(() -> !overlays.isShown() && !workbench.home().get());
        new PresenterKeys(appearance, presentedController.presentation(), workbench, blackout).addTo(shortcuts);
        BooleanProperty panelsShown = arrangement.folding().get("panels");
        return shortcuts
                .on(KeyCode.P, () -> panelsShown.set(!panelsShown.get()))
                .on(KeyCode.RIGHT, workbench.stepping()::into)
                .on(KeyCode.LEFT, workbench.stepping()::backInto)
                .on(KeyCode.RIGHT, workbench.stepping()::over, shift)
                .on(KeyCode.LEFT, workbench.stepping()::backOver, shift)
                .on(KeyCode.RIGHT, workbench.stepping()::out, ctrl)
                .on(KeyCode.LEFT, workbench.stepping()::backOut, ctrl)
                .on(KeyCode.SPACE, player::toggle)
                .on(KeyCode.B, this::toggleBreakpoint)
                .on(KeyCode.B, this::draftBreakpoint, shift)
                .on(KeyCode.F5, workbench.stepping()::run)
                .on(KeyCode.F5, workbench.stepping()::backRun, shift)
                .on(KeyCode.G, transportController::goToStep)
                .on(KeyCode.T, headerController::train)
                .on(KeyCode.I, this::toggleInput)
                .onDigits(lane -> lanesController.toggle(lane, false))
                .onDigits(lane -> lanesController.toggle(lane, true), shift)
                .on(KeyCode.F2, workbench.probing()::editNumber)
                .on(KeyCode.PLUS, () -> stageController.zoom(true))
                .on(KeyCode.EQUALS, () -> stageController.zoom(true))
                .on(KeyCode.PLUS, () -> stageController.zoom(true), shift)
                .on(KeyCode.EQUALS, () -> stageController.zoom(true), shift)
                .on(KeyCode.ADD, () -> stageController.zoom(true))
                .on(KeyCode.MINUS, () -> stageController.zoom(false))
                .on(KeyCode.SUBTRACT, () -> stageController.zoom(false))
                .on(KeyCode.DIGIT0, stageController::zoomToFit)
                .on(KeyCode.LEFT, () -> stageController.pan(-1), KeyCombination.ALT_DOWN)
                .on(KeyCode.RIGHT, () -> stageController.pan(1), KeyCombination.ALT_DOWN)
                .on(KeyCode.C, headerController::compareWith)
                .on(KeyCode.C, comparison::close, shift)
                .on(KeyCode.X, comparison::swap)
                .on(KeyCode.E, comparison::editOther)
                .on(KeyCode.E, this::export, ctrl)
                .on(KeyCode.S, headerController::save, ctrl)
                .on(KeyCode.O, headerController::open, ctrl)
                .on(KeyCode.Z, comparison::undo, ctrl)
                .on(
                        KeyCode.F11,
                        () -> appearance
                                .presenting()
                                .set(!appearance.presenting().get()))
                .on(KeyCode.F1, this::help)
                .onQuestionMark(this::help);
    }

    private void toggleBreakpoint() {
        Debugger at = workbench.debugger().get();
        if (at != null) {
            at.current()
                    .or(at::next)
                    .ifPresent(here -> workbench
                            .stepping()
                            .toggle(Breakpoint.onLine(here.line().number())));
        }
    }

    private void draftBreakpoint() {
        Debugger at = workbench.debugger().get();
        if (at != null) {
            workbench.choices().draft().set(BreakpointDraft.at(at));
        }
    }

    private void toggleInput() {
        BooleanProperty editing = workbench.probing().editing();
        editing.set(!editing.get());
    }

    private void export() {
        overlays.show(export);
        exportController.open(overlays::hide);
    }

    private void check() {
        overlays.show(check);
        checkController.open(overlays::hide);
    }

    private void help() {
        overlays.show(keyList);
    }

    /** How the window is divided now; while presenting, how it was before. */
    public WindowLayout layout() {
        return arrangement.layout();
    }

    /** Divides the window as it was before. */
    public void restore(WindowLayout layout) {
        arrangement.restore(layout);
    }
}
