package unroll.ui.experiment;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** A number that is typed: it takes effect on Enter or when the field is left; what does not fit is said below it. */
final class SettingField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field;
    private final Label problem;
    private final Function<String, Optional<String>> accept;
    private String shown = "";

    /**
     * Takes over the field.
     *
     * @param problem shown only while what is typed does not fit
     * @param accept tries a text; says what is wrong with it, if anything
     */
    SettingField(TextField field, Label problem, Function<String, Optional<String>> accept) {
        this.field = field;
        this.problem = problem;
        this.accept = accept;
        say(Optional.empty());
        field.setOnAction(event -> take());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take();
            }
        });
    }

    void show(String text) {
        shown = text;
        field.setText(text);
        say(Optional.empty());
    }

    private void take() {
        String typed = field.getText().strip();
        if (typed.equals(shown)) {
            say(Optional.empty());
            return;
        }
        Optional<String> wrong = accept.apply(typed);
        if (wrong.isPresent() && !field.isFocused()) {
            // Left with a wrong text: the last good one comes back, with the reason still in sight.
            field.setText(shown);
        }
        say(wrong);
    }

    private void say(Optional<String> wrong) {
        field.pseudoClassStateChanged(WRONG, wrong.isPresent());
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
    }
}
