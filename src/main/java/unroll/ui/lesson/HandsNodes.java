package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.lesson.Prediction;
import unroll.lesson.Prediction.Choice;

/** The answers to a question with a bar each, as long as hands are raised for it. */
final class HandsNodes {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass FALSE = PseudoClass.getPseudoClass("false");

    private final VBox box = new VBox();
    private final List<Answer> answers = new ArrayList<>();
    private final Label reply = new Label();
    private final Choice right;

    private record Answer(Choice choice, VBox row, Region bar, Label count) {}

    HandsNodes(Prediction prediction) {
        box.getStyleClass().add("hands");
        right = prediction.choices().stream().filter(Choice::right).findFirst().orElseThrow();
        for (Choice choice : prediction.choices()) {
            Answer answer = answer(choice, answers.size() + 1);
            answers.add(answer);
            box.getChildren().add(answer.row());
        }
        reply.setWrapText(true);
        reply.getStyleClass().add("reply");
        box.getChildren().add(reply);
    }

    private static Answer answer(Choice choice, int number) {
        Label key = new Label(Integer.toString(number));
        key.getStyleClass().add("hand-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(choice.text());
        text.setWrapText(true);
        HBox line = new HBox(key, text);
        line.getStyleClass().add("hand-line");
        Region bar = new Region();
        bar.getStyleClass().add("hand-bar");
        Pane trough = new Pane(bar);
        trough.getStyleClass().add("hand-trough");
        bar.prefHeightProperty().bind(trough.heightProperty());
        HBox.setHgrow(trough, Priority.ALWAYS);
        Label count = new Label();
        count.getStyleClass().add("hand-count");
        HBox bars = new HBox(trough, count);
        bars.getStyleClass().add("hand-line");
        VBox row = new VBox(line, bars);
        row.getStyleClass().add("hand-row");
        return new Answer(choice, row, bar, count);
    }

    VBox node() {
        return box;
    }

    void show(ShowOfHands hands) {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            double share = hands.share(i);
            Region trough = (Region) answer.bar().getParent();
            answer.bar().prefWidthProperty().bind(trough.widthProperty().multiply(share));
            answer.bar().setVisible(share > 0);
            answer.count().setText(Integer.toString(hands.count(i)));
            answer.row()
                    .pseudoClassStateChanged(
                            RIGHT, hands.revealed() && answer.choice().right());
            answer.row()
                    .pseudoClassStateChanged(
                            FALSE, hands.revealed() && !answer.choice().right());
        }
        reply.setText(hands.revealed() ? right.reply() : "");
        reply.setVisible(hands.revealed());
        reply.setManaged(hands.revealed());
    }
}
