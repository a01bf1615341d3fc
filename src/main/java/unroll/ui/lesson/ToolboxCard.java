package unroll.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.io.ReadProblem;
import unroll.lesson.Toolbox;
import unroll.ui.state.Messages;

/** A card of the toolbox, opened in a text. */
final class ToolboxCard extends VBox {
    ToolboxCard(String name, ProseNodes prose, Messages messages) {
        getStyleClass().addAll("card", "toolbox");
        try {
            Toolbox.Card card = Toolbox.read(name, messages.getLocale().getLanguage());
            Label title = new Label(card.title());
            title.setWrapText(true);
            title.getStyleClass().add("card-title");
            getChildren().add(title);
            getChildren().addAll(prose.of(card.text()));
        } catch (ReadProblem broken) {
            Label problem = new Label(messages.reason(broken));
            problem.setWrapText(true);
            getChildren().add(problem);
        }
    }
}
