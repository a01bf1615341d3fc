package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;

/** The numbered lines of a program; where one is asked for, each can be marked with a click, or with the keyboard. */
final class CodeListing extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Between a line's number and an unindented line, in letters' heights. */
    private static final double GAP = 0.6;

    /** The width of a letter, in its height. */
    private static final double LETTER = 0.6;

    private final List<Labeled> lines = new ArrayList<>();
    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");

    private CodeListing() {
        getStyleClass().add("code-listing");
    }

    /** Lines to be read. */
    static CodeListing of(List<String> code) {
        CodeListing listing = new CodeListing();
        code.forEach(line -> listing.add(new Label(line)));
        return listing;
    }

    /**
     * Lines of which one is to be marked; once it is, none can be any more.
     *
     * @param mark takes a line, from 1, and says whether it is the right one
     */
    static CodeListing asking(List<String> code, IntPredicate mark) {
        CodeListing listing = new CodeListing();
        for (String text : code) {
            Button line = new Button(text);
            int number = listing.add(line);
            line.mouseTransparentProperty().bind(listing.locked);
            line.focusTraversableProperty().bind(listing.locked.not());
            line.setOnAction(event -> listing.show(number, mark.test(number)));
        }
        return listing;
    }

    private int add(Labeled line) {
        int number = lines.size() + 1;
        Label count = new Label(String.valueOf(number));
        count.getStyleClass().add("line-number");
        line.setGraphic(count);
        // The rest of a line that is broken stands under its beginning, as far in as that.
        int indent = line.getText().length() - line.getText().stripLeading().length();
        line.setAccessibleText(number + ": " + line.getText());
        line.setText(line.getText().stripLeading());
        line.setStyle("-fx-graphic-text-gap: " + (GAP + indent * LETTER) + "em;");
        line.setMnemonicParsing(false);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("code-line");
        lines.add(line);
        getChildren().add(line);
        return number;
    }

    /** Shows what was said of a line, from 1. */
    void show(int number, boolean right) {
        for (int i = 0; i < lines.size(); i++) {
            boolean meant = i + 1 == number;
            lines.get(i).pseudoClassStateChanged(RIGHT, meant && right);
            lines.get(i).pseudoClassStateChanged(WRONG, meant && !right);
        }
        if (right) {
            locked.unbind();
            locked.set(true);
        }
    }

    /** Whether no line can be marked. Lines that were disabled would be pale, but they are still to be read. */
    BooleanProperty lockedProperty() {
        return locked;
    }
}
