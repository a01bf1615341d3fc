package unroll.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.debug.Passage;
import unroll.debug.Stride;
import unroll.plot.NumberFormat;
import unroll.plot.export.Film;
import unroll.ui.canvas.ChoiceNames;
import unroll.ui.state.Messages;

/** Which part of the stepping is filmed, and how fast it is shown. */
public final class FilmController {
    private static final List<Integer> MILLIS = List.of(100, 200, 400, 700, 1000, 2000);
    private static final int USUAL_MILLIS = 400;
    private static final double MILLIS_A_SECOND = 1000;

    private final Messages messages;
    private Runnable onChange = () -> {};
    private Debugger debugger;

    @FXML
    private GridPane root;

    @FXML
    private ComboBox<Phase> phaseBox;

    @FXML
    private TextField fromField;

    @FXML
    private TextField toField;

    @FXML
    private ComboBox<Stride> strideBox;

    @FXML
    private ComboBox<Integer> millisBox;

    @FXML
    private Label lengthLabel;

    public FilmController(Messages messages) {
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        phaseBox.getItems().setAll(Phase.values());
        phaseBox.setConverter(new ChoiceNames<>(
                phase -> messages.text("export.phase." + phase.name().toLowerCase(Locale.ROOT))));
        strideBox.getItems().setAll(Stride.values());
        strideBox.setConverter(new ChoiceNames<>(
                stride -> messages.text("export.every." + stride.name().toLowerCase(Locale.ROOT))));
        strideBox.setValue(Stride.LINE);
        millisBox.getItems().setAll(MILLIS);
        millisBox.setConverter(new ChoiceNames<>(
                millis -> messages.text("export.seconds", NumberFormat.format(millis / MILLIS_A_SECOND))));
        millisBox.setValue(USUAL_MILLIS);
        phaseBox.valueProperty().subscribe(this::change);
        strideBox.valueProperty().subscribe(this::change);
        millisBox.valueProperty().subscribe(this::change);
        fromField.textProperty().subscribe(this::change);
        toField.textProperty().subscribe(this::change);
    }

    /** Is told of every change. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    /** Begins with the phase in which the debugger stands, and all its steps. */
    void open(Debugger at) {
        debugger = at;
        if (at != null) {
            phaseBox.setValue(Passage.phaseAt(at.program(), at.cursor()));
            fromField.setText("1");
            toField.setText(Integer.toString(at.program().steps()));
        }
        change();
    }

    void show(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }

    int millis() {
        return millisBox.getValue();
    }

    /** Empty while what is typed is no part of the stepping, or too long a one. */
    Optional<Passage> passage() {
        if (debugger == null || !isStep(fromField) || !isStep(toField)) {
            return Optional.empty();
        }
        try {
            Passage passage = chosen();
            return passage.cursors().size() <= Film.MOST_FRAMES ? Optional.of(passage) : Optional.empty();
        } catch (IllegalArgumentException noLines) {
            return Optional.empty();
        }
    }

    /** An update has no steps, and all the steps of a phase are the phase with what runs before and after them. */
    private Passage chosen() {
        Phase phase = phaseBox.getValue();
        int one = Integer.parseInt(fromField.getText().strip());
        int other = Integer.parseInt(toField.getText().strip());
        boolean whole = Math.min(one, other) == 1
                && Math.max(one, other) == debugger.program().steps();
        return whole || phase == Phase.UPDATE
                ? Passage.of(debugger.program(), phase, strideBox.getValue())
                : Passage.ofSteps(debugger.program(), phase, one, other, strideBox.getValue());
    }

    private static boolean isStep(TextField field) {
        return field.getText().strip().matches("\\d{1,6}");
    }

    /** What to choose. */
    String expectation() {
        return messages.text(
                "export.badFilm", debugger == null ? 1 : debugger.program().steps(), Film.MOST_FRAMES);
    }

    private void change() {
        boolean steps = phaseBox.getValue() != Phase.UPDATE;
        fromField.setDisable(!steps);
        toField.setDisable(!steps);
        lengthLabel.setText(passage()
                .map(passage -> {
                    int frames = passage.cursors().size();
                    return messages.text(
                            "export.length", frames, NumberFormat.format(frames * millis() / MILLIS_A_SECOND));
                })
                .orElse(expectation()));
        onChange.run();
    }
}
