package unroll.ui.check;

import javafx.scene.control.TableCell;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.check.Verdict;
import unroll.ui.state.Messages;

/** Whether a check passed, as a sign that does not need its colour. */
final class OutcomeCell extends TableCell<Verdict, Verdict> {
    private final Messages messages;
    private final FontIcon icon = new FontIcon();

    OutcomeCell(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected void updateItem(Verdict verdict, boolean empty) {
        super.updateItem(verdict, empty);
        if (empty || verdict == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        icon.setIconLiteral(verdict.passed() ? "fth-check" : "fth-x");
        icon.getStyleClass().setAll("ikonli-font-icon", verdict.passed() ? "passed" : "failed");
        setAccessibleText(messages.text(verdict.passed() ? "check.outcome.passed" : "check.outcome.failed"));
        setGraphic(icon);
    }
}
