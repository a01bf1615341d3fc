package unroll.ui.check;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import unroll.check.Verdict;

/** A text, which may be longer than its column. */
final class TextCell extends TableCell<Verdict, String> {
    private final Tooltip whole = new Tooltip();

    TextCell() {
        whole.setWrapText(true);
        whole.getStyleClass().add("explanation");
        whole.textProperty().bind(textProperty());
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        boolean blank = empty || text == null || text.isEmpty();
        setText(blank ? "" : text);
        setTooltip(blank ? null : whole);
    }
}
