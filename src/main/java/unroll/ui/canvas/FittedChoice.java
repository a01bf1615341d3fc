package unroll.ui.canvas;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Lets a box of choices be as wide as what is chosen in it, not as its longest choice, so that the head of a narrow panel
 * has room for all its tools.
 */
public final class FittedChoice {
    /** What stands around the text: paddings and the arrow, in widths of a letter. */
    private static final double AROUND = 3.3;

    private FittedChoice() {}

    /**
     * Names the choices and fits the width.
     *
     * @param name of a choice; none is given while a box has no value
     */
    public static <T> void install(ComboBox<T> box, Function<T, String> name) {
        box.setConverter(new ChoiceNames<>(name));
        ListCell<T> shown = new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : name.apply(item));
            }
        };
        box.setButtonCell(shown);
        box.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width(box.getConverter().toString(box.getValue()), shown.getFont()),
                        box.valueProperty(),
                        box.getItems(),
                        shown.fontProperty()));
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth() + AROUND * font.getSize());
    }
}
