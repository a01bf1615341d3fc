package unroll.ui.lesson;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The numbered lines of a program; where one is asked for, each can be marked with a click, or with the keyboard. */
final class CodeListing extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

    /** The width of a letter, in its height. */
    private static final double LETTER = 0.6;

    private final BooleanProperty locked = new SimpleBooleanProperty(this, "locked");

    private CodeListing(List<String> code) {
        getStyleClass().add("code-listing");
        code.forEach(line -> getChildren().add(line(line, getChildren().size() + 1)));
    }

    /** Lines to be read. */
    static CodeListing of(List<String> code) {
        return new CodeListing(code);
    }

    /**
     * Lines of which one is to be marked; once it is, none can be any more.
     *
     * @param mark takes a line, from 1, and says whether it is the right one
     */
    static CodeListing asking(List<String> code, IntPredicate mark) {
        CodeListing listing = new CodeListing(code);
        for (int i = 0; i < code.size(); i++) {
            listing.ask(i + 1, mark);
        }
        return listing;
    }

    /** The rest of a line that is broken stands under its beginning, as far in as that. */
    private static HBox line(String code, int number) {
        Label count = new Label(String.valueOf(number));
        count.getStyleClass().add("line-number");
        Text text = new Text(code.stripLeading());
        text.getStyleClass().add("code-text");
        TextFlow flow = new TextFlow(text);
        int indent = code.length() - code.stripLeading().length();
        flow.setStyle("-fx-padding: 0 0 0 " + indent * LETTER + "em;");
        HBox.setHgrow(flow, Priority.ALWAYS);
        HBox line = new HBox(count, flow);
        line.getStyleClass().add("code-line");
        line.setAccessibleText(number + ": " + code);
        return line;
    }

    private void ask(int number, IntPredicate mark) {
        Node line = getChildren().get(number - 1);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.mouseTransparentProperty().bind(locked);
        line.focusTraversableProperty().bind(locked.not());
        locked.subscribe(isLocked -> line.pseudoClassStateChanged(ASKING, !isLocked));
        line.setOnMouseClicked(event -> {
            line.requestFocus();
            show(number, mark.test(number));
        });
        line.setOnKeyPressed(event -> type(event, number, mark));
    }

    private void type(KeyEvent event, int number, IntPredicate mark) {
        KeyCode key = event.getCode();
        if (locked.get()) {
            return;
        }
        if (key == KeyCode.SPACE || key == KeyCode.ENTER) {
            show(number, mark.test(number));
            event.consume();
        } else if (key == KeyCode.UP || key == KeyCode.DOWN) {
            int next = number + (key == KeyCode.UP ? -1 : 1);
            if (next >= 1 && next <= getChildren().size()) {
                getChildren().get(next - 1).requestFocus();
            }
            event.consume();
        }
    }

    /** Shows what was said of a line, from 1. */
    void show(int number, boolean right) {
        for (int i = 0; i < getChildren().size(); i++) {
            boolean meant = i + 1 == number;
            getChildren().get(i).pseudoClassStateChanged(RIGHT, meant && right);
            getChildren().get(i).pseudoClassStateChanged(WRONG, meant && !right);
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
