package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.lesson.Lesson;
import unroll.lesson.Measurements;
import unroll.lesson.Prediction;
import unroll.lesson.Prose;
import unroll.lesson.Step;
import unroll.plot.NumberFormat;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** Shows a step of the lesson: its text with live numbers, its question, its task, and the way on. */
public final class LessonController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private record Live(Label label, String expression) {}

    private final LessonSession session;
    private final Workbench workbench;
    private final Messages messages;
    private final List<Live> lives = new ArrayList<>();
    private final ProseNodes prose = new ProseNodes(this::live);
    private VBox taskCard;
    private Label taskState;

    @FXML
    private VBox emptyState;

    @FXML
    private VBox content;

    @FXML
    private Label countLabel;

    @FXML
    private Label titleLabel;

    @FXML
    private HBox progress;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox body;

    @FXML
    private Button backButton;

    @FXML
    private Button nextButton;

    @FXML
    private Label whyLabel;

    public LessonController(Workbench workbench, Messages messages) {
        this.session = new LessonSession(workbench, messages);
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        session.page().subscribe(this::show);
        session.answered().subscribe(this::showState);
        session.reached().subscribe(this::showState);
        workbench.debugger().subscribe(this::refresh);
    }

    private void show(LessonSession.Page page) {
        emptyState.setVisible(page == null);
        content.setVisible(page != null);
        if (page == null) {
            return;
        }
        Lesson lesson = page.lesson();
        int steps = lesson.steps().size();
        countLabel.setText(messages.text("lesson.count", lesson.number(), page.index() + 1, steps));
        titleLabel.setText(lesson.title());
        showProgress(page.index(), steps);
        build(page.step());
        scroll.setVvalue(0);
        showState();
        refresh();
    }

    private void showProgress(int index, int steps) {
        progress.getChildren().clear();
        for (int i = 0; i < steps; i++) {
            Region dash = new Region();
            dash.getStyleClass().add("dash");
            dash.pseudoClassStateChanged(DONE, i < index);
            dash.pseudoClassStateChanged(NOW, i == index);
            HBox.setHgrow(dash, Priority.ALWAYS);
            progress.getChildren().add(dash);
        }
    }

    private void build(Step step) {
        lives.clear();
        body.getChildren().clear();
        taskCard = null;
        Label title = new Label(step.title());
        title.setWrapText(true);
        title.getStyleClass().add("step-title");
        body.getChildren().add(title);
        body.getChildren().addAll(prose.of(step.text()));
        step.prediction().ifPresent(prediction -> body.getChildren().add(question(prediction)));
        step.task().ifPresent(task -> {
            taskCard = card("lesson.task");
            taskState = new Label();
            taskState.setWrapText(true);
            taskState.getStyleClass().add("task-state");
            taskCard.getChildren().addAll(textAndState(task.text()));
            body.getChildren().add(taskCard);
        });
    }

    private List<Node> textAndState(Prose text) {
        List<Node> blocks = new ArrayList<>(prose.of(text));
        // What follows the first paragraph of a task, such as “try it yourself”, is read after it is done.
        blocks.add(1, taskState);
        return blocks;
    }

    private VBox card(String titleKey) {
        Label title = new Label(messages.text(titleKey));
        title.getStyleClass().add("card-title");
        VBox card = new VBox(title);
        card.getStyleClass().add("card");
        return card;
    }

    private Label live(String expression) {
        Label label = new Label();
        label.getStyleClass().add("live");
        lives.add(new Live(label, expression));
        return label;
    }

    private VBox question(Prediction prediction) {
        VBox card = card("lesson.predict");
        card.getChildren().addAll(prose.of(prediction.question()));
        Label reply = new Label();
        reply.setWrapText(true);
        reply.getStyleClass().add("reply");
        reply.visibleProperty().bind(reply.textProperty().isNotEmpty());
        reply.managedProperty().bind(reply.visibleProperty());
        ToggleGroup group = new ToggleGroup();
        for (Prediction.Choice choice : prediction.choices()) {
            RadioButton button = new RadioButton(choice.text());
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.disableProperty().bind(session.answered());
            button.setOnAction(event -> say(choice, session.answer(choice), reply));
            if (session.answered().get() && choice.right()) {
                button.setSelected(true);
                say(choice, true, reply);
            }
            card.getChildren().add(button);
        }
        card.getChildren().add(reply);
        return card;
    }

    private static void say(Prediction.Choice choice, boolean right, Label reply) {
        reply.setText(choice.reply());
        reply.pseudoClassStateChanged(WRONG, !right);
    }

    private void showState() {
        LessonSession.Page page = session.page().get();
        if (page == null) {
            return;
        }
        boolean answered = session.answered().get();
        boolean reached = session.reached().get();
        backButton.setDisable(page.isFirst());
        nextButton.setDisable(!session.canGoOn());
        String why = !answered ? "lesson.why.answer" : !reached ? "lesson.why.task" : "";
        whyLabel.setText(why.isEmpty() ? "" : messages.text(why));
        if (page.isLast() && reached) {
            whyLabel.setText(messages.text("lesson.finished"));
        }
        if (taskCard != null) {
            taskCard.setDisable(!answered);
            taskCard.pseudoClassStateChanged(DONE, reached);
            taskState.setText(messages.text(reached ? "lesson.reached" : "lesson.notReached"));
        }
    }

    /** Live numbers follow the debugger: what it has not computed yet is not told. */
    private void refresh() {
        session.measurements()
                .ifPresent(now -> lives.forEach(live -> live.label().setText(text(now, live.expression()))));
    }

    private String text(Measurements now, String expression) {
        OptionalDouble value = now.value(expression);
        if (value.isEmpty()) {
            return messages.text("lesson.notYet");
        }
        return expression.startsWith("share")
                ? Math.round(value.getAsDouble() * 100) + " %"
                : NumberFormat.format(value.getAsDouble());
    }

    @FXML
    private void back() {
        session.back();
    }

    @FXML
    private void next() {
        session.next();
    }

    @FXML
    private void restart() {
        session.restart();
    }
}
