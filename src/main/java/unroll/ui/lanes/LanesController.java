package unroll.ui.lanes;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ScrollEvent;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.Painter;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LanesPainter;
import unroll.plot.lanes.LanesView;
import unroll.plot.lanes.Viewport;
import unroll.plot.tex.Formula;
import unroll.ui.canvas.CopyAsText;
import unroll.ui.canvas.FormulaView;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Shows the lanes, lets numbers in them be selected, and lanes be chosen. */
public final class LanesController {
    private static final int MOST_DIGITS = 9;

    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final Wording wording;
    private final LaneChoice choice;

    @FXML
    private PaintedPane pane;

    @FXML
    private MenuButton chooser;

    @FXML
    private ScrollBar scrollBar;

    public LanesController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
        this.wording = new Wording(messages);
        this.choice = new LaneChoice(workbench.shownLanes());
    }

    @FXML
    private void initialize() {
        figures.offer("lanes", pane, () -> pane.getPainter() != null);
        figures.offerFilm("lanes", this::film);
        workbench.trace().subscribe(this::offer);
        workbench.debugger().subscribe(this::show);
        workbench.selection().subscribe(this::show);
        workbench.highlighted().subscribe(this::show);
        workbench.viewport().subscribe(this::show);
        workbench.shownLanes().addListener((ListChangeListener<String>) change -> show());
        new TimeGestures(workbench, pane).install();
        new UnitGestures(workbench, pane, wording).install();
        new UnitMenu(workbench, pane, messages).install();
        CopyAsText.install(pane, this::table);
        chooser.setOnShowing(event -> fillChooser());
        chooser.visibleProperty().bind(pane.painterProperty().isNotNull());
        scrollBar.valueProperty().subscribe(this::show);
        pane.heightProperty().subscribe(this::show);
        pane.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        show();
    }

    private void offer(Trace trace) {
        if (trace != null) {
            choice.offer(trace.network());
        }
    }

    private void show() {
        if (workbench.debugger().get() == null) {
            pane.setPainter(null);
            scrollBar.setVisible(false);
            return;
        }
        List<Lane> lanes = choice.shown();
        int most = LanesPainter.lanesToPass(
                workbench.trace().get().network(), lanes, Math.max(1, pane.getHeight() / pane.zoom()));
        showScrollBar(lanes.size(), most);
        LanesView view = LanesView.of(workbench.knowledge())
                .withRow(workbench.row())
                .withLanes(lanes.subList((int) Math.round(scrollBar.getValue()), lanes.size()))
                .withViewport(workbench.viewport().get())
                .withHighlighted(workbench.highlighted().get());
        Selection selected = workbench.selection().get();
        if (selected != null) {
            view = view.withSelected(selected.target());
        }
        pane.setPainter(new LanesPainter(view, wording));
    }

    /** The lanes that are shown now, at any cursor. */
    private IntFunction<Painter> film() {
        Knowledge now = workbench.knowledge();
        Viewport columns = workbench.viewport().get();
        int row = workbench.row();
        List<Lane> lanes = choice.shown();
        List<Lane> seen = lanes.subList((int) Math.round(scrollBar.getValue()), lanes.size());
        return cursor -> {
            int t = cursor == 0 ? 1 : now.program().at(cursor - 1).t();
            LanesView view =
                    LanesView.of(now.at(cursor)).withRow(row).withLanes(seen).withViewport(columns.showing(t));
            return new LanesPainter(view, wording);
        };
    }

    /** The lane of the selected number; all that are shown where none is. */
    private Optional<Tabular> table() {
        if (workbench.debugger().get() == null) {
            return Optional.empty();
        }
        Selection selected = workbench.selection().get();
        List<Lane> lanes = choice.shown();
        List<Lane> chosen = selected == null
                ? List.of()
                : lanes.stream()
                        .filter(lane -> lane.holds(workbench.trace().get().network(), selected.target()))
                        .toList();
        LanesView view = LanesView.of(workbench.knowledge())
                .withRow(workbench.row())
                .withLanes(chosen.isEmpty() ? lanes : chosen);
        return Optional.of(new LanesPainter(view, wording));
    }

    /** Up and down go through the lanes; what goes aside is left to the time steps. */
    private void scroll(ScrollEvent event) {
        if (scrollBar.isVisible() && event.getDeltaX() == 0 && !event.isShortcutDown()) {
            double target = scrollBar.getValue() - Math.signum(event.getDeltaY());
            scrollBar.setValue(Math.max(0, Math.min(scrollBar.getMax(), target)));
            event.consume();
        }
    }

    /** The bar counts lanes: its value is how many are passed over at the top. */
    private void showScrollBar(int lanes, int most) {
        scrollBar.setVisible(most > 0);
        scrollBar.setMax(most);
        scrollBar.setVisibleAmount((double) most * (lanes - most) / Math.max(1, lanes));
        scrollBar.setValue(Math.min(most, scrollBar.getValue()));
    }

    /** Shows or hides the n-th lane, from 1: of values, or of gradients. */
    public void toggle(int number, boolean gradient) {
        choice.toggle(number, gradient);
    }

    private void fillChooser() {
        List<MenuItem> items = chooser.getItems();
        items.clear();
        addItems(items, false);
        items.add(new SeparatorMenuItem());
        addItems(items, true);
    }

    private void addItems(List<MenuItem> items, boolean gradients) {
        int number = 1;
        for (Lane lane : choice.available(gradients)) {
            String key = messages.text(gradients ? "lanes.gradientKey" : "lanes.key", number);
            CheckMenuItem item = new CheckMenuItem(number <= MOST_DIGITS ? key : "");
            item.setGraphic(new FormulaView(Formula.parse(lane.tex())));
            item.setSelected(choice.isShown(lane));
            item.setOnAction(event -> choice.toggle(lane));
            items.add(item);
            number++;
        }
    }
}
