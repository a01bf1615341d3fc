package unroll.ui.panels;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import unroll.ui.canvas.FittedChoice;

/** Where a note for a point of a curve is typed: the iteration, the curve, the text. Enter writes it, Escape does not. */
final class NoteEntry {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final HBox box;
    private final TextField place;
    private final ComboBox<Integer> curve;
    private final TextField text;
    private CurvePicture picture;
    private Consumer<RunNote> onNote = note -> {};

    /** Listens to nodes that are hidden until a note is to be typed. */
    NoteEntry(HBox box, TextField place, ComboBox<Integer> curve, TextField text) {
        this.box = box;
        this.place = place;
        this.curve = curve;
        this.text = text;
        FittedChoice.install(curve, index -> picture.nameOf(index));
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        place.setOnAction(event -> write());
        text.setOnAction(event -> write());
        close();
    }

    /** Is given each note that is written. */
    void setOnNote(Consumer<RunNote> action) {
        onNote = action;
    }

    /** Asks for a note on a picture that holds at least one curve. */
    void open(CurvePicture shown, int series, double iteration) {
        picture = shown;
        List<Integer> curves = shown.noted();
        curve.getItems().setAll(curves);
        curve.setValue(curves.contains(series) ? (Integer) series : curves.get(curves.size() - 1));
        place.setText(Long.toString(Math.round(iteration)));
        text.clear();
        box.setVisible(true);
        text.requestFocus();
    }

    private void write() {
        boolean isPlace = place.getText().strip().matches("\\d{1,12}");
        place.pseudoClassStateChanged(ERROR, !isPlace);
        if (isPlace && !text.getText().isBlank()) {
            double iteration = Double.parseDouble(place.getText().strip());
            picture.note(curve.getValue(), iteration, text.getText().strip()).ifPresent(onNote);
        }
        if (isPlace) {
            close();
        }
    }

    private void close() {
        box.setVisible(false);
    }
}
