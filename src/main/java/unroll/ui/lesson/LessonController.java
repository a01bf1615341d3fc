package unroll.ui.lesson;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.lesson.Lesson;
import unroll.lesson.LessonSource;
import unroll.lesson.Picture;
import unroll.lesson.Step;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** Shows a step of the lesson: its text that follows the network, its question, its task, and the way on. */
public final class LessonController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final LessonSession session;
    private final LessonShelf shelf;
    private final Workbench workbench;
    private final Messages messages;
    private final LiveText live;
    private final StepNodes nodes;
    private VBox taskCard;
    private LessonSession.Page shown;

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

    public LessonController(LessonSession session, LessonShelf shelf, Workbench workbench, Messages messages) {
        this.session = session;
        this.shelf = shelf;
        this.workbench = workbench;
        this.messages = messages;
        this.live = new LiveText(workbench, messages);
        this.nodes = new StepNodes(session, new ProseNodes(live, this::picture, this::toolboxCard), messages);
    }

    @FXML
    private void initialize() {
        session.page().subscribe(this::show);
        session.answered().subscribe(this::showState);
        session.reached().subscribe(this::showState);
        workbench.debugger().subscribe(this::refresh);
        workbench.snapshot().subscribe(this::refresh);
        workbench.selection().subscribe(this::refresh);
        workbench.highlighted().subscribe(live::light);
    }

    private Node picture(Picture picture, String caption) {
        return picture instanceof Picture.Figure figure
                ? new ToolboxFigure(figure.name(), caption, messages)
                : live.add(new LivePicture(picture, caption, workbench, messages, source()))
                        .node();
    }

    private LessonSource source() {
        return session.page().get().lesson().source();
    }

    private Node toolboxCard(String name) {
        Node card = new ToolboxCard(name, new ProseNodes(live, this::picture, this::toolboxCard), messages);
        refresh();
        return card;
    }

    private void show(LessonSession.Page page) {
        emptyState.setVisible(page == null);
        content.setVisible(page != null);
        live.clear();
        if (page == null) {
            body.getChildren().clear();
            shown = null;
            return;
        }
        Lesson lesson = page.lesson();
        int steps = lesson.steps().size();
        countLabel.setText(messages.text("lesson.count", lesson.number(), page.index() + 1, steps));
        titleLabel.setText(lesson.title());
        showProgress(page.index(), steps);
        build(page);
        if (shown == null || !isSameStep(shown, page)) {
            scroll.setVvalue(0);
        }
        shown = page;
        showState();
        refresh();
    }

    /** The same step in another language, or after its files have changed, stays where it was. */
    private static boolean isSameStep(LessonSession.Page one, LessonSession.Page other) {
        return one.lesson().source().equals(other.lesson().source()) && one.index() == other.index();
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

    private void build(LessonSession.Page page) {
        Step step = page.step();
        body.getChildren().clear();
        taskCard = null;
        if (page.isFirst()) {
            shelf.whenRead(lessons -> showReview(page));
        }
        Label title = new Label(step.title());
        title.setWrapText(true);
        title.getStyleClass().add("step-title");
        body.getChildren().add(title);
        body.getChildren().addAll(nodes.text(step.text()));
        step.prediction().ifPresent(prediction -> body.getChildren().add(nodes.question(prediction)));
        step.task().ifPresent(task -> {
            taskCard = nodes.task(task);
            body.getChildren().add(taskCard);
            body.getChildren().addAll(nodes.after(task));
        });
        if (page.isLast() && !page.lesson().cards().isEmpty()) {
            body.getChildren().add(nodes.cards(page.lesson().cards()));
        }
    }

    /** Cards that have come back stand before the first step. */
    private void showReview(LessonSession.Page page) {
        List<LessonShelf.Due> due = shelf.due(page.lesson());
        if (!due.isEmpty() && page.equals(session.page().get())) {
            body.getChildren().add(0, nodes.review(due));
        }
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
            nodes.showState(taskCard);
        }
    }

    private void refresh() {
        live.refresh(session.measurements());
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
