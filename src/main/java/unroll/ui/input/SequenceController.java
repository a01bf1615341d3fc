package unroll.ui.input;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import unroll.experiment.ByHand.Place;
import unroll.experiment.Probe;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
import unroll.plot.NumberFormat;
import unroll.plot.input.InputPainter;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Probing;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Chooses the traced sequence, types it, and changes one number of it: all that needs no mouse. */
public final class SequenceController {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final String WHOLE = "\\d{1,9}";

    /** An arrow key changes a number by this share of what it may be expected to span. */
    private static final double ARROW_STEP = 0.05;

    private final Workbench workbench;
    private final Probing probing;
    private final Messages messages;

    @FXML
    private Pane bar;

    @FXML
    private ToggleGroup parts;

    @FXML
    private ToggleButton trainPart;

    @FXML
    private ToggleButton testPart;

    @FXML
    private TextField exampleField;

    @FXML
    private Label ofLabel;

    @FXML
    private TextField rowsField;

    @FXML
    private HBox textEntry;

    @FXML
    private TextField textField;

    @FXML
    private TextField stepField;

    @FXML
    private TextField unitField;

    @FXML
    private TextField valueField;

    /** What the value field showed last, so that leaving it unchanged changes nothing. */
    private String shownValue = "";

    public SequenceController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.probing = workbench.probing();
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        probing.probe().subscribe(this::show);
        probing.editing().subscribe(this::show);
        workbench.debugger().subscribe(this::show);
        workbench.selection().subscribe(this::showNumber);
        parts.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                choosePart(now == testPart ? Part.TEST : Part.TRAIN);
            }
        });
        textField.textProperty().subscribe((before, now) -> type(now));
        probing.numberWanted().subscribe((before, now) -> {
            valueField.requestFocus();
            valueField.selectAll();
        });
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::undo);
        valueField.addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
    }

    private Probe probe() {
        return probing.probe().get();
    }

    private void show() {
        Setup setup = workbench.setup().get();
        if (setup == null || !probing.editing().get()) {
            return;
        }
        Optional<Probed.Row> row = probing.asked();
        bar.setDisable(row.isEmpty());
        if (row.isEmpty()) {
            return;
        }
        (probe().part() == Part.TEST ? testPart : trainPart).setSelected(true);
        put(exampleField, String.valueOf(row.get().number() + 1));
        ofLabel.setText(messages.text(
                "input.of",
                NumberFormat.count(setup.sequences(probe().part())),
                row.get().label()));
        put(rowsField, String.valueOf(probe().rows()));
        boolean spelled = setup.isSpelled();
        textEntry.setVisible(spelled);
        textEntry.setManaged(spelled);
        if (spelled) {
            put(textField, probing.askedText().orElse(""));
        }
        showNumber();
    }

    /** What somebody is typing stays as it is. */
    private static void put(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void choosePart(Part part) {
        if (part != probe().part()) {
            probing.choose(part, 0);
        }
    }

    @FXML
    private void previousExample() {
        chooseExample(probe().example() - 1);
    }

    @FXML
    private void nextExample() {
        chooseExample(probe().example() + 1);
    }

    private void chooseExample(int example) {
        int last = workbench.setup().get().sequences(probe().part()) - 1;
        probing.choose(probe().part(), Math.max(0, Math.min(last, example)));
    }

    @FXML
    private void acceptExample() {
        int most = workbench.setup().get().sequences(probe().part());
        whole(exampleField, 1, most, "input.noExample").ifPresent(number -> probing.choose(probe().part(), number - 1));
    }

    @FXML
    private void acceptRows() {
        whole(rowsField, 1, Probe.MOST_ROWS, "input.noRows").ifPresent(probing::chooseRows);
    }

    private Optional<Integer> whole(TextField field, int low, int high, String complaint) {
        String typed = field.getText().strip();
        boolean fits = typed.matches(WHOLE) && Integer.parseInt(typed) >= low && Integer.parseInt(typed) <= high;
        if (!fits) {
            workbench.notice().set(Notice.warning(messages.text(complaint, typed, NumberFormat.count(high))));
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(typed));
    }

    /** Every letter takes effect; what can't be read yet waits. */
    private void type(String text) {
        if (!textField.isFocused() || text.equals(probing.askedText().orElse(""))) {
            return;
        }
        try {
            probing.type(text);
            mark(textField, false);
        } catch (IllegalArgumentException unreadable) {
            mark(textField, true);
            workbench.notice().set(Notice.warning(unreadable.getMessage()));
        }
    }

    private static void mark(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(DANGER, wrong);
    }

    private Optional<Place> place() {
        return Optional.ofNullable(workbench.selection().get())
                .map(Selection::target)
                .filter(InputPainter::isInput)
                .map(target -> new Place(target.t(), target.unit()));
    }

    private void showNumber() {
        Optional<Probed.Row> row = probing.editing().get() ? probing.asked() : Optional.empty();
        if (row.isEmpty()) {
            return;
        }
        Place place = place().orElse(new Place(1, 0));
        put(stepField, String.valueOf(place.t()));
        put(unitField, String.valueOf(place.unit()));
        boolean exists = place.t() <= row.get().inputs().extent(0);
        boolean untouched = !valueField.isFocused() || valueField.getText().equals(shownValue);
        if (exists && untouched) {
            shownValue = NumberFormat.exact(row.get().inputs().at(place.t() - 1, place.unit()));
            valueField.setText(shownValue);
        }
    }

    /** Turns to another number, which is then selected everywhere. */
    @FXML
    private void acceptPlace() {
        Optional<Probed.Row> row = probing.asked();
        if (row.isPresent()) {
            int steps = row.get().inputs().extent(0);
            int units = row.get().inputs().extent(1);
            Optional<Integer> t = whole(stepField, 1, steps, "input.noStep");
            Optional<Integer> unit = whole(unitField, 0, units - 1, "input.noUnit");
            if (t.isPresent() && unit.isPresent()) {
                UnitTarget target = InputPainter.target(t.get(), unit.get());
                workbench.selection().set(Selection.of(target));
                valueField.requestFocus();
                valueField.selectAll();
            }
        }
    }

    @FXML
    private void acceptValue() {
        String typed = valueField.getText().strip();
        Optional<Double> value = number(typed);
        mark(valueField, value.isEmpty());
        if (value.isEmpty()) {
            workbench.notice().set(Notice.warning(messages.text("input.noNumber", typed)));
        } else if (!typed.equals(shownValue)) {
            shownValue = typed;
            probing.change(place().orElse(new Place(1, 0)), value.get());
        }
    }

    private static Optional<Double> number(String typed) {
        try {
            double value = Double.parseDouble(typed.replace('\u2212', '-'));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A number that was accepted is taken back as everywhere; only the text is typed letter by letter. */
    private void undo(KeyEvent event) {
        if (UNDO.match(event) && !textField.isFocused()) {
            workbench.undo();
            event.consume();
        }
    }

    /** Up and down change the number a little, and everything follows. */
    private void nudge(KeyEvent event) {
        double direction = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            default -> 0;
        };
        if (direction != 0) {
            number(valueField.getText().strip()).ifPresent(value -> {
                double moved = Math.round((value + direction * ARROW_STEP) * 1e9) / 1e9;
                valueField.setText(NumberFormat.exact(moved));
                acceptValue();
            });
            event.consume();
        }
    }
}
