package unroll.ui.experiment;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A number that is typed: it takes effect on Enter or when the field is left, or is changed
 * with the arrow keys; what does not fit is said below it. */
final class SettingField {
    private final SettingRow row;
    private final TextField field;
    private final Function<String, Optional<String>> accept;
    private String shown = "";

    /**
     * Takes over the text field of a row.
     *
     * @param accept tries a text; says what is wrong with it, if anything
     */
    SettingField(SettingRow row, Function<String, Optional<String>> accept) {
        this.row = row;
        this.field = (TextField) row.getControl();
        this.accept = accept;
        field.setOnAction(event -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                take();
            }
        });
    }

    /** Shows the value that holds. */
    void show(String text) {
        shown = text;
        field.setText(text);
        row.say(Optional.empty());
    }

    /** Up and down change a number by a step, with Shift by ten, and it takes effect at once. */
    private void key(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (up || event.getCode() == KeyCode.DOWN) {
            int steps = (up ? 1 : -1) * (event.isShiftDown() ? 10 : 1);
            NumberStep.from(field.getText().strip(), steps).ifPresent(stepped -> {
                field.setText(stepped);
                take();
                field.end();
            });
            event.consume();
        }
    }

    private void take() {
        String typed = field.getText().strip();
        if (typed.equals(shown)) {
            // The last good value stands there again; why another did not fit stays in sight until the next edit.
            return;
        }
        Optional<String> wrong = accept.apply(typed);
        row.say(wrong);
        if (wrong.isPresent() && !field.isFocused()) {
            field.setText(shown);
            row.markWrong(false);
        }
    }
}
