package unroll.ui.breakpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import unroll.core.model.Network;
import unroll.debug.Breakpoint;
import unroll.debug.Listing;
import unroll.debug.Naming;
import unroll.debug.measure.Comparison;
import unroll.debug.measure.Condition;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.debug.measure.Symbol;
import unroll.ui.breakpoints.ConditionParts.Against;
import unroll.ui.breakpoints.ConditionParts.Kind;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.canvas.FittedChoice;
import unroll.ui.state.BreakpointDraft;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The form in which a breakpoint is written: by choosing or as text, each following the other. */
public final class ConditionController {
    private static final double FIRST_BOUND = 1e-6;

    private final Workbench workbench;
    private final Messages messages;

    /** While the form follows the text, or the text the form, neither answers. */
    private boolean following;

    @FXML
    private VBox form;

    @FXML
    private ComboBox<String> lineBox;

    @FXML
    private TextField stepField;

    @FXML
    private Label layerLabel;

    @FXML
    private TextField layerField;

    @FXML
    private ComboBox<Kind> readingBox;

    @FXML
    private ComboBox<String> symbolBox;

    @FXML
    private TextField unitField;

    @FXML
    private ComboBox<Comparison> comparisonBox;

    @FXML
    private TextField boundField;

    @FXML
    private ComboBox<Against> againstBox;

    @FXML
    private TextField conditionField;

    @FXML
    private Label problemLabel;

    @FXML
    private Label hitsLabel;

    public ConditionController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        readingBox.getItems().setAll(Kind.values());
        readingBox.setConverter(new ChoiceNames<>(kind -> messages.text("breakpoints.reading." + kind.name())));
        comparisonBox.getItems().setAll(Comparison.values());
        comparisonBox.setConverter(new ChoiceNames<>(Comparison::sign));
        againstBox.getItems().setAll(Against.values());
        FittedChoice.install(againstBox, against -> messages.text("breakpoints.against." + against.name()));
        unitField.visibleProperty().bind(readingBox.valueProperty().isEqualTo(Kind.UNIT));
        unitField.managedProperty().bind(unitField.visibleProperty());
        List.of(readingBox, symbolBox, comparisonBox, againstBox)
                .forEach(box -> box.valueProperty().subscribe((before, now) -> write()));
        List.of(unitField, boundField).forEach(field -> field.textProperty().subscribe((before, now) -> write()));
        conditionField.textProperty().subscribe((before, now) -> read());
        List.of(stepField, layerField).forEach(field -> field.textProperty().subscribe((before, now) -> check()));
        lineBox.valueProperty().subscribe((before, now) -> check());
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
                event.consume();
            }
        });
        workbench.choices().draft().subscribe(this::open);
        workbench.debugger().subscribe(at -> check());
    }

    private void open(BreakpointDraft draft) {
        form.setVisible(draft != null);
        form.setManaged(draft != null);
        if (draft == null || workbench.debugger().get() == null) {
            return;
        }
        Network network = workbench.trace().get().network();
        symbolBox.getItems().setAll(Symbol.all(network));
        lineBox.getItems().setAll(lines());
        boolean layered = network.layers() > 1;
        List.of(layerLabel, layerField).forEach(each -> {
            each.setVisible(layered);
            each.setManaged(layered);
        });
        Breakpoint begun = draft.breakpoint();
        lineBox.getSelectionModel().select(begun.line() < lineBox.getItems().size() ? begun.line() : Breakpoint.ANY);
        stepField.setText(number(begun.t()));
        layerField.setText(number(begun.layer()));
        Optional<Condition> condition = begun.condition();
        if (condition.isEmpty() && draft.replaces().isEmpty()) {
            condition = Optional.of(suggestion(network));
        }
        conditionField.setText(condition.map(Condition::text).orElse(""));
        read();
        conditionField.requestFocus();
        conditionField.end();
    }

    /** What is asked most: where does the gradient get lost. */
    private static Condition suggestion(Network network) {
        return Condition.of(Measure.norm(Symbol.state(network), true), Comparison.BELOW, FIRST_BOUND);
    }

    private static String number(int value) {
        return value == Breakpoint.ANY ? "" : String.valueOf(value);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(messages.text("breakpoints.anyLine")));
        Naming naming = new Naming(
                workbench.trace().get().network(),
                workbench.choices().convention().get());
        Listing.of(workbench.debugger().get().program().schedule())
                .entries()
                .forEach(entry -> lines.add(
                        entry.number() + "  " + naming.of(entry.line()).plain()));
        return lines;
    }

    /** The text follows the form. */
    private void write() {
        if (!following && symbolBox.getValue() != null && !boundField.getText().isBlank()) {
            follow(() -> {
                ConditionParts parts = new ConditionParts(
                        readingBox.getValue(),
                        symbolBox.getValue(),
                        unitField.getText(),
                        comparisonBox.getValue(),
                        boundField.getText(),
                        againstBox.getValue());
                try {
                    conditionField.setText(parts.condition().text());
                } catch (MeasureProblem problem) {
                    problemLabel.setText(problem.getMessage());
                }
            });
            check();
        }
    }

    /** The form follows the text, as far as it can. */
    private void read() {
        if (!following) {
            follow(() -> condition().flatMap(ConditionParts::of).ifPresent(this::fill));
            check();
        }
    }

    private void fill(ConditionParts parts) {
        readingBox.setValue(parts.kind());
        symbolBox.setValue(parts.symbol());
        unitField.setText(parts.unit());
        comparisonBox.setValue(parts.comparison());
        boundField.setText(parts.bound());
        againstBox.setValue(parts.against());
    }

    private void follow(Runnable change) {
        following = true;
        try {
            change.run();
        } finally {
            following = false;
        }
    }

    /** The typed condition; empty where there is none, or none that can be read. */
    private Optional<Condition> condition() {
        try {
            String typed = conditionField.getText();
            return typed.isBlank() ? Optional.empty() : Optional.of(Condition.parse(typed));
        } catch (MeasureProblem unreadable) {
            return Optional.empty();
        }
    }

    /** Says what is wrong, or how often the breakpoint would stop. */
    private void check() {
        if (!form.isVisible() || workbench.debugger().get() == null) {
            return;
        }
        String wrong = "";
        String hits = "";
        try {
            Prospect prospect = Prospect.of(written(), workbench, messages);
            wrong = prospect.problem();
            hits = prospect.hits();
        } catch (MeasureProblem problem) {
            wrong = problem.getMessage();
        }
        problemLabel.setText(wrong);
        problemLabel.setVisible(!wrong.isEmpty());
        problemLabel.setManaged(!wrong.isEmpty());
        hitsLabel.setText(wrong.isEmpty() ? hits : "");
    }

    private Breakpoint written() throws MeasureProblem {
        int line = Math.max(Breakpoint.ANY, lineBox.getSelectionModel().getSelectedIndex());
        int steps = workbench.debugger().get().program().steps();
        int layers = workbench.trace().get().network().layers();
        int t = place(stepField, steps, "breakpoints.notStep");
        int layer = place(layerField, layers, "breakpoints.notLayer");
        String typed = conditionField.getText();
        Optional<Condition> condition = typed.isBlank() ? Optional.empty() : Optional.of(Condition.parse(typed));
        if (line == Breakpoint.ANY && t == Breakpoint.ANY && condition.isEmpty()) {
            throw new MeasureProblem(messages.text("breakpoints.needsSomething"));
        }
        return new Breakpoint(line, t, layer, condition, true);
    }

    private int place(TextField field, int most, String problem) throws MeasureProblem {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            return Breakpoint.ANY;
        }
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            throw new MeasureProblem(messages.text(problem, most));
        }
        return Integer.parseInt(typed);
    }

    @FXML
    private void save() {
        try {
            Breakpoint written = written();
            Optional<Breakpoint> replaces = workbench.choices().draft().get().replaces();
            workbench.stepping().setBreakpoints(all -> with(all, written, replaces));
            workbench.choices().draft().set(null);
        } catch (MeasureProblem problem) {
            check();
        }
    }

    private static List<Breakpoint> with(List<Breakpoint> all, Breakpoint written, Optional<Breakpoint> replaces) {
        List<Breakpoint> changed = new ArrayList<>(all);
        changed.removeIf(each -> each.isLike(written) && !replaces.equals(Optional.of(each)));
        int place = replaces.map(changed::indexOf).orElse(-1);
        if (place >= 0) {
            changed.set(place, written);
        } else {
            changed.add(written);
        }
        return changed;
    }

    @FXML
    private void cancel() {
        workbench.choices().draft().set(null);
    }
}
