package unroll.ui.experiment;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;

/** A number that is typed: it takes effect on Enter or when the field is left; what does not fit is said below it. */
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
