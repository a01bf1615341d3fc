package unroll.ui.panels;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Parameters;
import unroll.core.trace.Trace;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.weights.Aspect;
import unroll.plot.weights.EntryTarget;
import unroll.plot.weights.ParameterTex;
import unroll.plot.weights.WeightsPainter;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.ParameterEntry;
import unroll.ui.state.Workbench;

/**
 * One weight that was chosen in the pictures, to be changed: a click or the arrow keys choose, Enter goes to the field, up
 * and down in the field change the weight a little.
 */
public final class WeightEntryController {
    private static final double STEP = 0.01;
    private static final double LARGE_STEP = 0.1;

    private final Workbench workbench;
    private final Messages messages;
    private Runnable onChosen = () -> {};
    private PaintedPane pane;
    private boolean offered;

    @FXML
    private HBox bar;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField valueField;

    public WeightEntryController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        workbench.choices().entry().subscribe(chosen -> {
            show();
            onChosen.run();
        });
        workbench.trace().subscribe(trace -> show());
        valueField.setOnAction(event -> accept());
        valueField.focusedProperty().subscribe(focused -> {
            if (!focused) {
                show();
            }
        });
        valueField.addEventFilter(KeyEvent.KEY_PRESSED, this::change);
    }

    /** Listens to the pane of a panel, which may show other figures too. */
    void install(PaintedPane shown, Runnable repaint) {
        onChosen = repaint;
        pane = shown;
        pane.setOnHit(this::choose);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Offers the field while weights are shown. */
    void offer(boolean shown) {
        offered = shown;
        pane.setUsesKeys(shown);
        show();
    }

    /** The painter with a ring around the chosen weight. */
    Painter marked(Painter painter) {
        return painter instanceof WeightsPainter weights ? weights.marking(target()) : painter;
    }

    private void choose(Hit hit) {
        if (hit.target() instanceof EntryTarget target) {
            Entry entry = parameters().layout().entry(target.parameter());
            int index = target.row() * Math.max(1, entry.columns()) + target.column();
            workbench.choices().entry().set(new ParameterEntry(entry.name(), index));
            edit();
        }
    }

    private void edit() {
        valueField.requestFocus();
        // with the caret in front, so that a long number is seen from its beginning
        valueField.selectRange(valueField.getLength(), 0);
    }

    private void move(KeyEvent event) {
        if (!offered || workbench.trace().get() == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && chosen().isPresent()) {
            edit();
            event.consume();
        } else if (event.getCode().isArrowKey()) {
            chosen().ifPresentOrElse(
                            from -> move(from, event.getCode()),
                            () -> workbench
                                    .choices()
                                    .entry()
                                    .set(new ParameterEntry(
                                            parameters().layout().names().get(0), 0)));
            event.consume();
        }
    }

    private void move(ParameterEntry from, KeyCode arrow) {
        int columns = Math.max(1, entry(from).columns());
        int column = from.index() % columns;
        int by = switch (arrow) {
            case LEFT -> column > 0 ? -1 : 0;
            case RIGHT -> column < columns - 1 ? 1 : 0;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
        int index = from.index() + by;
        if (by != 0 && index >= 0 && index < entry(from).size()) {
            workbench.choices().entry().set(new ParameterEntry(from.parameter(), index));
        }
    }

    private void change(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            chosen().ifPresent(entry -> valueField.setText(NumberFormat.exact(value(entry))));
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            double step = event.isShiftDown() ? LARGE_STEP : STEP;
            double by = event.getCode() == KeyCode.UP ? step : -step;
            // the trace of the last change may be still to come
            typed().ifPresent(value -> set(value + by));
            event.consume();
        }
    }

    private void accept() {
        typed().ifPresentOrElse(
                        this::set,
                        () -> workbench
                                .notice()
                                .set(Notice.warning(messages.text("panels.noWeight", valueField.getText()))));
    }

    private Optional<Double> typed() {
        try {
            String text = valueField.getText().strip().replace('\u2212', '-');
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void set(double value) {
        boolean first = !workbench.weights().exist();
        chosen().ifPresent(entry -> workbench.weights().set(entry, value));
        valueField.setText(NumberFormat.exact(value));
        valueField.selectAll();
        if (first && workbench.weights().exist()) {
            workbench.notice().set(Notice.info(messages.text("panels.weightsByHand")));
        }
    }

    private Parameters parameters() {
        return workbench.trace().get().parameters();
    }

    private Optional<ParameterEntry> chosen() {
        Trace trace = workbench.trace().get();
        ParameterEntry entry = workbench.choices().entry().get();
        return trace == null || entry == null ? Optional.empty() : Optional.of(entry.within(trace.parameters()));
    }

    private Entry entry(ParameterEntry chosen) {
        return parameters().layout().entry(chosen.parameter());
    }

    private double value(ParameterEntry chosen) {
        return parameters().tensor(chosen.parameter()).at(chosen.index());
    }

    private Optional<EntryTarget> target() {
        return chosen().map(chosen -> {
            int columns = Math.max(1, entry(chosen).columns());
            return new EntryTarget(
                    chosen.parameter(), Aspect.VALUE, Math.floorDiv(chosen.index(), columns), chosen.index() % columns);
        });
    }

    private void show() {
        Optional<EntryTarget> target = offered ? target() : Optional.empty();
        bar.setVisible(target.isPresent());
        bar.setManaged(target.isPresent());
        target.ifPresent(at -> {
            Entry entry = parameters().layout().entry(at.parameter());
            String place = entry.columns() == 0 ? "[" + at.row() + "]" : "[" + at.row() + ", " + at.column() + "]";
            nameLabel.setText(ParameterTex.plain(workbench.trace().get().network(), entry) + place + " =");
            if (!valueField.isFocused()) {
                valueField.setText(NumberFormat.exact(value(chosen().orElseThrow())));
            }
        });
    }
}
