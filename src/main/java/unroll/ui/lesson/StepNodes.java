package unroll.ui.lesson;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.lesson.Card;
import unroll.lesson.Marking;
import unroll.lesson.Prediction;
import unroll.lesson.Prose;
import unroll.lesson.Step;
import unroll.ui.state.Messages;

/** The parts of a step as nodes: its question, its task with hints in stages, and review cards. */
final class StepNodes {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LessonSession session;
    private final ProseNodes prose;
    private final Messages messages;

    StepNodes(LessonSession session, ProseNodes prose, Messages messages) {
        this.session = session;
        this.prose = prose;
        this.messages = messages;
    }

    List<Node> text(Prose text) {
        return prose.of(text);
    }

    private VBox card(String title, String... styleClasses) {
        Label label = new Label(title);
        label.setWrapText(true);
        label.getStyleClass().add("card-title");
        VBox card = new VBox(label);
        card.getStyleClass().add("card");
        card.getStyleClass().addAll(styleClasses);
        return card;
    }

    /** The question without its answers. */
    VBox asking(Prediction prediction) {
        VBox card = card(messages.text("lesson.predict"));
        card.getChildren().addAll(prose.of(prediction.question()));
        return card;
    }

    /** The question and its answers; the reply to the one that was chosen below them. */
    VBox question(Prediction prediction) {
        VBox card = asking(prediction);
        Label reply = reply();
        ToggleGroup group = new ToggleGroup();
        for (Prediction.Choice choice : prediction.choices()) {
            RadioButton button = new RadioButton(choice.text());
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setDisable(session.answered().get());
            button.setOnAction(event -> {
                boolean right = session.answer(choice);
                say(choice.reply(), right, reply);
                group.getToggles().forEach(each -> ((Node) each).setDisable(right));
            });
            if (session.answered().get() && choice.right()) {
                button.setSelected(true);
                say(choice.reply(), true, reply);
            }
            card.getChildren().add(button);
        }
        card.getChildren().add(reply);
        return card;
    }

    private static Label reply() {
        Label reply = new Label();
        reply.setWrapText(true);
        reply.getStyleClass().add("reply");
        reply.visibleProperty().bind(reply.textProperty().isNotEmpty());
        reply.managedProperty().bind(reply.visibleProperty());
        return reply;
    }

    /** The program and what is asked of it; the reply to the line that was marked below it. */
    VBox marking(Marking marking) {
        VBox card = card(messages.text("lesson.mark"), "program");
        Label reply = reply();
        CodeListing listing = CodeListing.asking(marking.code(), line -> {
            Marking.Reply said = session.mark(line);
            say(said.text(), said.right(), reply);
            return said.right();
        });
        // The program is to be read before the question is answered.
        listing.lockedProperty().bind(session.answered().not());
        if (session.marked().get()) {
            listing.show(marking.right(), true);
            say(marking.of(marking.right()).text(), true, reply);
        }
        card.getChildren().addAll(prose.of(marking.question()));
        card.getChildren().addAll(listing, reply);
        return card;
    }

    private static void say(String text, boolean right, Label reply) {
        reply.setText(text);
        reply.pseudoClassStateChanged(WRONG, !right);
    }

    /** The task; its state is told by {@link #showState}. */
    VBox task(Step.Task task) {
        VBox card = card(messages.text("lesson.task"));
        Label state = new Label();
        state.setWrapText(true);
        state.getStyleClass().add("task-state");
        card.getChildren().addAll(prose.of(new Prose(task.text().blocks().subList(0, 1))));
        card.getChildren().add(state);
        if (!task.hints().isEmpty()) {
            card.getChildren().add(hints(task.hints()));
        }
        return card;
    }

    /** What follows the first paragraph of a task, such as “try it yourself”: it is read when the task is done. */
    List<Node> after(Step.Task task) {
        List<Prose.Block> blocks = task.text().blocks();
        return prose.of(new Prose(blocks.subList(1, blocks.size())));
    }

    /** Shows whether the task is done; before the question is answered it would tell the answer, so it is not there. */
    void showState(VBox task) {
        boolean reached = session.reached().get();
        show(task, session.answered().get());
        task.setDisable(!session.marked().get());
        task.pseudoClassStateChanged(DONE, reached);
        Label state = (Label) task.lookup(".task-state");
        state.setText(messages.text(reached ? "lesson.reached" : "lesson.notReached"));
    }

    /** One hint after the other, each when it is asked for. */
    private VBox hints(List<Prose> hints) {
        VBox box = new VBox();
        box.getStyleClass().add("hints");
        Hyperlink more = new Hyperlink(messages.text("lesson.hint", 1, hints.size()));
        more.getStyleClass().add("hint-link");
        VBox shown = new VBox();
        shown.getStyleClass().add("hints");
        more.setOnAction(event -> {
            int next = shown.getChildren().size();
            VBox hint = new VBox();
            hint.getStyleClass().add("hint");
            hint.getChildren().addAll(prose.of(hints.get(next)));
            shown.getChildren().add(hint);
            more.setVisited(false);
            more.setVisible(next + 1 < hints.size());
            more.setManaged(more.isVisible());
            more.setText(messages.text("lesson.hint", next + 2, hints.size()));
        });
        box.getChildren().addAll(shown, more);
        return box;
    }

    /** The cards at a lesson's end, which come back two lessons later. */
    VBox cards(List<Card> cards) {
        VBox box = card(messages.text("lesson.cards"), "review");
        cards.forEach(card -> box.getChildren().add(turning(card, new HBox())));
        return box;
    }

    /** The cards of earlier lessons that have come back; each goes when its learner has known the answer. */
    VBox review(List<LessonShelf.Due> due) {
        VBox box = card(messages.text("lesson.review"), "review");
        for (LessonShelf.Due each : due) {
            Label from = new Label(messages.text(
                    "lesson.from", each.lesson().number(), each.lesson().title()));
            from.setWrapText(true);
            from.getStyleClass().add("muted");
            Button known = new Button(messages.text("lesson.known"));
            Button notYet = new Button(messages.text("lesson.notKnown"));
            HBox answers = new HBox(known, notYet);
            answers.getStyleClass().add("answers");
            VBox card = new VBox(from, turning(each.card(), answers));
            known.setOnAction(event -> {
                each.markAsKnown();
                box.getChildren().remove(card);
                hideIfEmpty(box);
            });
            notYet.setOnAction(event -> {
                box.getChildren().remove(card);
                hideIfEmpty(box);
            });
            box.getChildren().add(card);
        }
        return box;
    }

    private static void hideIfEmpty(VBox box) {
        boolean empty = box.getChildren().size() == 1;
        box.setVisible(!empty);
        box.setManaged(!empty);
    }

    /** A question with its answer on the back. */
    private VBox turning(Card card, HBox below) {
        VBox answer = new VBox();
        answer.getStyleClass().add("hint");
        answer.getChildren().addAll(prose.of(card.answer()));
        answer.getChildren().add(below);
        show(answer, false);
        Hyperlink turn = new Hyperlink(messages.text("lesson.turn"));
        turn.getStyleClass().add("hint-link");
        turn.setOnAction(event -> {
            show(answer, true);
            show(turn, false);
        });
        VBox box = new VBox();
        box.getStyleClass().add("turning");
        box.getChildren().addAll(prose.of(card.question()));
        box.getChildren().addAll(turn, answer);
        return box;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
